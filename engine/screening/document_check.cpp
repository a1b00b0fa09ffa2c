#include "screening/document_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "documents/document_number.h"
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
    for (std::uint32_t part = 0; part < set_.parts().size(); ++part) {
      if (!is_searched(set_, part, options_)) continue;
      for (const auto& found : set_.parts()[part].index->find_documents(document.number, search_)) {
        found.of_person ? add_person(part, document, found) : add_hit(part, document, found);
      }
    }
  }

 private:
  void add_person(std::uint32_t part, const TravelDocument& document, const index::DocumentMatchView& found) {
    const bool near = found.match > DocumentMatch::confusable;
    if (near && other_issuer(document.issuing_state, found.record.issuing_state)) return;
    if (!is_searched(set_, part, found.entry, options_)) return;
    check_.persons.push_back({part, found.entry, found.match, document.issuing_state, found.record.issuing_state});
  }

  void add_hit(std::uint32_t part, const TravelDocument& document, const index::DocumentMatchView& found) {
    if (other_issuer(document.issuing_state, found.record.issuing_state)) return;
    if (!is_listed(part, document, found.record)) return;
    EntryTerms terms = set_.terms_of_list(found.record.list);
    if (!may_see(options_.post, terms)) return;
    check_.hits.push_back(to_hit(document, found));
    check_.hits.back().terms = std::move(terms);
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
