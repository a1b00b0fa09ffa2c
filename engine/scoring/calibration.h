// From the sum of the evidence to a score between 0 and 1. Integers only: the same bytes everywhere.
#pragma once

#include <cstdint>

namespace darvaza::scoring {

// tools/learn/calibrate.py fits these on development data and shows predicted against observed shares.
// On data not used for fitting, its own optimum for screening is a slope of 0.74 and a prior of
// -6.3 nats; the values here leave more of the doubtful cases to an officer, because a missed listed
// person is worse than a false alarm. docs/score.md has the tables.

/// Millinats before anything is known of a candidate in screening.
inline constexpr std::int32_t kScreeningPrior = -6000;
/// What the agreement of two names given for comparison must overcome.
inline constexpr std::int32_t kComparisonPrior = -4500;

/// What is left of a sum of dependent evidence.
inline constexpr std::int64_t kSlopePercent = 50;

/// The score, 0 to 10000 (hundredths of a percent), of a sum of weights in millinats: a logistic
/// curve over kSlopePercent of the sum, because pieces of evidence are not independent. Monotone;
/// 5000 at a sum of 0.
std::int32_t score_bp(std::int64_t weight_mn);

/// The least sum of weights whose score is `score` or more; for 0 and less the least that any sum can be.
std::int32_t least_weight(std::int32_t score);

}  // namespace darvaza::scoring
