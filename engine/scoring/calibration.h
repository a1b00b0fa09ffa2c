// From the sum of the evidence to a score between 0 and 1. Integers only: the same bytes everywhere.
#pragma once

#include <cstdint>

namespace darvaza::scoring {

/// Millinats before anything is known of a candidate in screening: an officer's odds that a listed
/// person who merely came up is the traveller.
inline constexpr std::int32_t kScreeningPrior = -6000;
/// The same for two names given for comparison: half of the pairs are one person's.
inline constexpr std::int32_t kComparisonPrior = -6000;

/// The score, 0 to 10000 (hundredths of a percent), of a sum of weights in millinats: a logistic
/// curve over kSlopePercent of the sum, because pieces of evidence are not independent. Monotone;
/// 5000 at a sum of 0.
std::int32_t score_bp(std::int64_t weight_mn);

}  // namespace darvaza::scoring
