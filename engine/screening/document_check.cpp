#include "screening/document_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "documents/document_number.h"
#include "documents/number_formats.h"
#include "documents/states.h"

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

}  // namespace

DocumentCheck check_documents(const index::Index& index, const Traveller& traveller, index::NumberSearch search, const Post& post) {
  DocumentCheck check;
  for (const TravelDocument& document : traveller.documents) {
    for (const auto& found : index.find_documents(document.number, search)) {
      const bool near = found.match > DocumentMatch::confusable;
      if (found.of_person && near && other_issuer(document.issuing_state, found.record.issuing_state)) continue;
      if (found.of_person) {
        if (index.has_terms(found.entry) && !may_see(post, index.terms(found.entry))) {
          check.withheld = true;
          continue;
        }
        check.persons.push_back({found.entry, found.match, document.issuing_state, found.record.issuing_state});
      } else if (!other_issuer(document.issuing_state, found.record.issuing_state)) {
        EntryTerms terms = index.terms_of_list(found.record.list);
        if (!may_see(post, terms)) {
          check.withheld = true;
          continue;
        }
        check.hits.push_back(to_hit(document, found));
        check.hits.back().terms = std::move(terms);
      }
    }
  }
  std::stable_sort(check.hits.begin(), check.hits.end(),
                   [](const DocumentHit& a, const DocumentHit& b) { return std::tie(a.match, a.difference_mn) < std::tie(b.match, b.difference_mn); });
  return check;
}

}  // namespace darvaza::screening
