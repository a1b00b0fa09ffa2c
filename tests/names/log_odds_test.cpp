#include "names/log_odds.h"

#include <gtest/gtest.h>

#include <cmath>

namespace darvaza::names {
namespace {

TEST(LogOdds, ExponentialAgreesWithTheDefinition) {
  EXPECT_EQ(exp_negative(0), kOne);
  for (Millinats x = 1; x <= 10'000; x += 7) {
    const double expected = std::exp(-x / 1000.0) * static_cast<double>(kOne);
    EXPECT_NEAR(static_cast<double>(exp_negative(x)), expected, expected * 1e-4 + 16) << x;
  }
  EXPECT_EQ(exp_negative(20'001), 0u);
}

TEST(LogOdds, LogarithmAgreesWithTheDefinition) {
  EXPECT_EQ(log_millinats(1), 0);
  for (std::uint64_t x = 2; x < (std::uint64_t{1} << 50); x = x * 5 / 3 + 1) {
    EXPECT_NEAR(log_millinats(x), 1000 * std::log(static_cast<double>(x)), 1.1) << x;
  }
}

}  // namespace
}  // namespace darvaza::names
