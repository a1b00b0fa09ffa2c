#include "names/log_odds.h"

#include <array>
#include <bit>

namespace darvaza::names {
namespace {

/// exp(-2^k / 1000) * 2^30 for k = 0, 1, ...: the binary digits of x choose which to multiply.
constexpr std::array<std::uint64_t, 15> kPowers = {
    1072668619, 1071596486, 1069455435, 1065186158, 1056698664,
    1039926024, 1007175199, 944735372, 831228610, 643488952,
    385640219, 138504783, 17866096, 297276, 82};
constexpr Millinats kSmallest = 20'000;

/// 1000 ln 2 * 2^20.
constexpr std::int64_t kLog2 = 726817498;

}  // namespace

std::uint64_t exp_negative(Millinats x) {
  if (x > kSmallest) return 0;
  std::uint64_t product = kOne;
  for (std::size_t k = 0; k < kPowers.size(); ++k) {
    if ((x >> k & 1) != 0) product = (product * kPowers[k] + kOne / 2) / kOne;
  }
  return product;
}

Millinats log_millinats(std::uint64_t x) {
  const int whole = static_cast<int>(std::bit_width(x)) - 1;
  // The fraction of log2, digit by digit: squaring a number in [1, 2) doubles its logarithm.
  std::uint64_t mantissa = whole > 30 ? x >> (whole - 30) : x << (30 - whole);
  std::int64_t fraction = 0;
  for (int digit = 0; digit < 20; ++digit) {
    mantissa = mantissa * mantissa / kOne;
    fraction *= 2;
    if (mantissa >= 2 * kOne) {
      mantissa /= 2;
      ++fraction;
    }
  }
  const std::int64_t log2_q20 = (std::int64_t{whole} << 20) + fraction;
  return static_cast<Millinats>((log2_q20 * (kLog2 >> 10)) >> 30);
}

}  // namespace darvaza::names
