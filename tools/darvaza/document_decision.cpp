#include "document_decision.h"

#include <algorithm>

namespace darvaza::tool {

void decide_by_documents(ScreeningResult& result) {
  std::erase_if(result.problems, [](const Problem& p) { return p.where == "name"; });
  const auto sure = [](const DocumentHit& hit) {
    return hit.match == DocumentMatch::exact || hit.match == DocumentMatch::range;
  };
  const bool any_sure = std::any_of(result.documents.begin(), result.documents.end(), sure);
  const bool any = !result.documents.empty() || !result.candidates.empty();
  result.complete = true;
  result.decision = any_sure ? Decision::hit : any ? Decision::review : Decision::clear;
}

}  // namespace darvaza::tool
