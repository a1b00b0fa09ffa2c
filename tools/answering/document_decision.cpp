#include "answering/document_decision.h"

#include <algorithm>

namespace darvaza::tool {
namespace {

/// What the engine says, beside the reader's problems that it passes on, tells why it did not
/// finish; but for personal numbers, which are facts beside the document.
bool is_about_facts(const Problem& problem) { return problem.where == "personal number"; }

/// Takes out what is said of names. Whether the documents were searched for to the end.
bool is_complete_without_names(const Traveller& traveller, ScreeningResult& result) {
  const auto engines = [&] {
    return result.problems.begin() + static_cast<std::ptrdiff_t>(traveller.problems.size());
  };
  const auto of_names = std::remove_if(engines(), result.problems.end(),
                                       [](const Problem& p) { return p.where == "name"; });
  const bool names_mentioned = of_names != result.problems.end();
  result.problems.erase(of_names, result.problems.end());
  if (result.complete) return true;
  return names_mentioned && std::all_of(engines(), result.problems.end(), is_about_facts);
}

}  // namespace

void decide_by_documents(const Traveller& traveller, ScreeningResult& result) {
  result.complete = is_complete_without_names(traveller, result);
  const auto sure = [](const DocumentHit& hit) {
    return hit.match == DocumentMatch::exact || hit.match == DocumentMatch::range;
  };
  const bool any_sure = std::any_of(result.documents.begin(), result.documents.end(), sure);
  const bool any = !result.documents.empty() || !result.candidates.empty();
  result.decision = !result.complete ? Decision::incomplete
                    : any_sure       ? Decision::hit
                    : any            ? Decision::review
                                     : Decision::clear;
}

}  // namespace darvaza::tool
