#include "scoring/calibration.h"

#include <algorithm>

#include "names/log_odds.h"

namespace darvaza::scoring {
namespace {

/// Learned by tools/learn on development pairs: what is left of a sum of dependent evidence.
constexpr std::int64_t kSlopePercent = 50;
constexpr std::int64_t kMost = 20'000;

}  // namespace

std::int32_t score_bp(std::int64_t weight_mn) {
  const std::int64_t scaled = std::clamp(weight_mn * kSlopePercent / 100, -kMost, kMost);
  const auto magnitude = static_cast<names::Millinats>(scaled < 0 ? -scaled : scaled);
  // 1 / (1 + e^-x), and its mirror image for negative x.
  const std::uint64_t e = names::exp_negative(magnitude);
  const std::uint64_t larger = (10'000 * names::kOne + (names::kOne + e) / 2) / (names::kOne + e);
  return static_cast<std::int32_t>(scaled < 0 ? 10'000 - larger : larger);
}

}  // namespace darvaza::scoring
