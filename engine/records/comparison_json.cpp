// The JSON form of a comparison: docs/json.md.
#include <fmt/core.h>

#include "darvaza/compare.h"
#include "records/json_writing.h"

namespace darvaza {

std::string to_json(const Comparison& comparison) {
  return fmt::format(R"({{"score": {}, "evidence": {}}})", records::decimal(comparison.score_bp, 4),
                     records::to_json(comparison.evidence));
}

}  // namespace darvaza
