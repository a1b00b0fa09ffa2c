// Two names, no list: could they be one person's?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/screening_result.h"

namespace darvaza {

struct Comparison {
  std::int32_t score_bp = 0;  ///< 0 to 10000
  std::int32_t weight_mn = 0; ///< sum of the evidence, millinats
  std::vector<Evidence> evidence;
};

/// Compares two names in any scripts. Symmetric: compare_names(a, b) and (b, a) give the same score.
/// The score is calibrated on labelled pairs of which many are look-alikes (docs/score.md). Never fails: names without letters score 0.
/// Thread-safe; microseconds.
Comparison compare_names(std::string_view a, std::string_view b);

/// Score and evidence as one JSON object without line end, fields as in docs/json.md.
std::string to_json(const Comparison& comparison);

}  // namespace darvaza
