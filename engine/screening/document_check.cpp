#include "screening/document_check.h"

#include <fmt/core.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "documents/document_number.h"
#include "documents/glued_number.h"
#include "documents/number_formats.h"
#include "documents/states.h"
#include "index/document_identity.h"
#include "screening/searched.h"

namespace darvaza::screening {
namespace {

bool other_issuer(StateCode asked, StateCode listed) {
  return !asked.empty() && !listed.empty() && asked != listed &&
         !documents::are_related(asked, listed);
}

/// ICAO Doc 9303-2 §6.4: no refusal solely because a document is in the database; the issuing and
/// the reporting State confirm first.
std::string handling(const LostDocument& record) {
  const auto state = [](const StateCode& code) {
    return code.empty() ? std::string("not stated") : std::string(documents::state_name(code));
  };
  return fmt::format(
      "Unconfirmed. Do not refuse on this alone: contact the issuing State ({}) and the reporting State ({}).",
      state(record.issuing_state), state(record.reporting_state));
}

bool is_the_number(DocumentMatch match) { return match == DocumentMatch::exact || match == DocumentMatch::range; }

/// Whether it is rather the listed document with a wrong State beside it than another one that happens to bear its number: the State presented numbers no
/// documents so, or hardly two States' documents share such a number.
bool may_be_of_other_state(const TravelDocument& asked, const index::DocumentMatchView& found) {
  if (found.match != DocumentMatch::exact) return false;
  const std::string number = documents::normalise_number(asked.number);
  return documents::is_rare_number(number) || (documents::number_format(asked.issuing_state, number) == NumberFormat::unusual &&
                                               documents::number_format(found.record.issuing_state, number) != NumberFormat::unusual);
}

std::string reported_under(StateCode listed, StateCode asked) {
  return fmt::format("Reported under {}, presented as a document of {}: the number is the same. ", documents::state_name(listed), documents::state_name(asked));
}

DocumentHit to_hit(const TravelDocument& asked, const index::DocumentMatchView& found) {
  const LostDocument& record = found.record;
  const StateCode issuer = asked.issuing_state.empty() ? record.issuing_state : asked.issuing_state;
  DocumentHit hit;
  hit.list = record.list;
  hit.number = record.range_end.empty() ? record.number : record.number + " to " + record.range_end;
  hit.issuer = record.issuing_state;
  hit.status = record.status;
  hit.type = record.type;
  hit.match = found.match;
  hit.difference_mn = found.difference_mn;
  hit.format = documents::number_format(issuer, documents::normalise_number(asked.number));
  hit.lost = record.lost;
  hit.reported = record.reported;
  hit.review = record.review;
  hit.reference = record.reference;
  hit.reporting_state = record.reporting_state;
  hit.handling = handling(record);
  return hit;
}

/// Whether a file lists this document itself, as found by the number presented.
bool lists(const index::Index& file, std::string_view asked, index::NumberSearch search, const LostDocument& document) {
  const auto found = file.find_documents(asked, search);
  return std::any_of(found.begin(), found.end(), [&](const index::DocumentMatchView& own) {
    return !own.of_person && own.record.list == document.list && index::identity_of(own.record) == index::identity_of(document);
  });
}

/// The surest first; equal ones by what is listed, so that it makes no difference in which file, or where in it, a document stands.
auto key_of(const DocumentHit& hit) {
  return std::tie(hit.match, hit.difference_mn, hit.list, hit.number, hit.issuer, hit.status, hit.reported, hit.lost, hit.reporting_state, hit.reference,
                  hit.type, hit.review);
}

/// One look at a set: what its parts hold of one document.
class SetLook {
 public:
  SetLook(const index::IndexSet& set, const ScreeningOptions& options, DocumentCheck& check) : set_(set), options_(options), check_(check) {}

  void look_up(const TravelDocument& document) {
    told_.clear();
    look_up(document, {});
    for (const documents::GluedNumber& glued : documents::glued_numbers(document.number)) {
      const bool other_state = !glued.state.empty() && other_issuer(glued.state, document.issuing_state);
      if (other_state) continue;
      TravelDocument bare = document;
      bare.number = glued.number;
      if (!glued.state.empty()) bare.issuing_state = glued.state;
      look_up(bare, glued.state.empty() ? "Presented with its check digit behind it. " : "Presented with its State's code before it. ");
    }
  }

 private:
  /// `reading` says how the number that was presented was read, where it was not read as it stands.
  void look_up(const TravelDocument& document, std::string_view reading) {
    for (std::uint32_t part = 0; part < set_.parts().size(); ++part) {
      if (!is_searched(set_, part, options_)) continue;
      for (const auto& found : set_.parts()[part].index->find_documents(document.number, search_)) {
        if (!reading.empty() && !is_the_number(found.match)) continue;
        found.of_person ? add_person(part, document, found, reading) : add_hit(part, document, found, reading);
      }
    }
  }

  void add_person(std::uint32_t part, const TravelDocument& document, const index::DocumentMatchView& found, std::string_view reading) {
    const bool near = found.match > DocumentMatch::confusable;
    if (near && other_issuer(document.issuing_state, found.record.issuing_state)) return;
    if (!is_searched(set_, part, found.entry, options_)) return;
    if (!is_visible(*set_.parts()[part].index, found.entry, options_.post)) {
      check_.withheld = true;
      return;
    }
    check_.persons.push_back({part, found.entry, reading.empty() ? found.match : DocumentMatch::confusable, document.issuing_state, found.record.issuing_state});
  }

  void add_hit(std::uint32_t part, const TravelDocument& document, const index::DocumentMatchView& found, std::string_view reading) {
    const bool of_other_state = other_issuer(document.issuing_state, found.record.issuing_state);
    if (of_other_state && !(reading.empty() && may_be_of_other_state(document, found))) return;
    if (!is_listed(part, document, found.record)) return;
    EntryTerms terms = set_.terms_of_list(found.record.list);
    if (!may_see(options_.post, terms)) {
      check_.withheld = true;
      return;
    }
    DocumentHit hit = to_hit(document, found);
    if (of_other_state || !reading.empty()) hit.match = DocumentMatch::confusable;
    if (of_other_state) hit.handling.insert(0, reported_under(found.record.issuing_state, document.issuing_state));
    hit.handling.insert(0, reading);
    hit.terms = std::move(terms);
    check_.hits.push_back(std::move(hit));
  }

  /// Of several files: still, in the file that was asked for, and not told already by another.
  bool is_listed(std::uint32_t part, const TravelDocument& document, const LostDocument& record) {
    if (set_.files().size() == 1) return true;
    if (!set_.is_current(part, record)) return false;
    if (options_.only_file && !lists(*set_.files()[*options_.only_file].index, document.number, search_, record)) return false;
    const auto same = [&](const auto& told) { return told.first != part && told.second == record.list + index::identity_of(record); };
    if (std::any_of(told_.begin(), told_.end(), same)) return false;
    told_.emplace_back(part, record.list + index::identity_of(record));
    return true;
  }

  const index::IndexSet& set_;
  const ScreeningOptions& options_;
  DocumentCheck& check_;
  const index::NumberSearch search_ = options_.near_documents ? index::NumberSearch::near : index::NumberSearch::surest;
  std::vector<std::pair<std::uint32_t, std::string>> told_;  ///< parts and records
};

}  // namespace

DocumentCheck check_documents(const index::IndexSet& set, const Traveller& traveller, const ScreeningOptions& options) {
  DocumentCheck check;
  SetLook look(set, options, check);
  for (const TravelDocument& document : traveller.documents) look.look_up(document);
  std::stable_sort(check.hits.begin(), check.hits.end(), [](const DocumentHit& a, const DocumentHit& b) { return key_of(a) < key_of(b); });
  std::stable_sort(check.persons.begin(), check.persons.end(), [](const PersonDocument& a, const PersonDocument& b) { return a.part < b.part; });
  return check;
}

}  // namespace darvaza::screening
