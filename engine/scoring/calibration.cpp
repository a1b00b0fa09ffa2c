#include "scoring/calibration.h"

#include <algorithm>

#include "names/log_odds.h"

namespace darvaza::scoring {
namespace {

/// Beyond this many millinats, scaled, the score is 0 or 1.
constexpr std::int64_t kMost = 20'000;
constexpr std::int64_t kMostWeight = kMost * 100 / kSlopePercent;

}  // namespace

std::int32_t score_bp(std::int64_t weight_mn) {
  const std::int64_t scaled = std::clamp(weight_mn, -kMostWeight, kMostWeight) * kSlopePercent / 100;
  const auto magnitude = static_cast<names::Millinats>(scaled < 0 ? -scaled : scaled);
  // 1 / (1 + e^-x), and its mirror image for negative x.
  const std::uint64_t e = names::exp_negative(magnitude);
  const std::uint64_t larger = (10'000 * names::kOne + (names::kOne + e) / 2) / (names::kOne + e);
  return static_cast<std::int32_t>(scaled < 0 ? 10'000 - larger : larger);
}

std::int32_t least_weight(std::int32_t score) {
  std::int64_t low = -kMostWeight, high = kMostWeight;
  while (low < high) {
    const std::int64_t middle = low + (high - low) / 2;
    if (score_bp(middle) >= score) high = middle; else low = middle + 1;
  }
  return static_cast<std::int32_t>(high);
}

}  // namespace darvaza::scoring
