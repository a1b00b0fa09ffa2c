// Natural logarithms and exponentials in integers, so that scores are the same bytes everywhere.
#pragma once

#include <cstdint>

#include "names/token_cost.h"

namespace darvaza::names {

/// One, in the fixed-point numbers of this file.
inline constexpr std::uint64_t kOne = std::uint64_t{1} << 30;

/// exp(-x / 1000) as a fraction of kOne; `x` is not negative. Relative error below 1e-7 up to 10
/// nats; 0 beyond 20.
std::uint64_t exp_negative(Millinats x);

/// 1000 ln(x), rounded down, for x of 1 or more; the error is below 1 millinat.
Millinats log_millinats(std::uint64_t x);

}  // namespace darvaza::names
