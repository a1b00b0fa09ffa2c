// What documents say in an answer.
#pragma once

#include <algorithm>

#include "darvaza/screening_result.h"

namespace darvaza::daemon {

/// Whether a list attributes a document that the traveller presents to the candidate.
inline bool bears_document(const Candidate& candidate) {
  return std::any_of(candidate.evidence.begin(), candidate.evidence.end(), [](const Evidence& e) {
    return e.kind == EvidenceKind::document && e.weight_mn > 0;
  });
}

/// Whether it is the reported document, as far as numbers tell (docs/json.md).
inline bool is_sure(const DocumentHit& hit) {
  return hit.match == DocumentMatch::exact || hit.match == DocumentMatch::range;
}

}  // namespace darvaza::daemon
