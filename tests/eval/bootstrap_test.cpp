// Draws are those of a Poisson distribution, and the same everywhere.
#include "eval/bootstrap.h"

#include <gtest/gtest.h>

#include <cmath>

namespace darvaza::eval {
namespace {

void expect_poisson(std::uint64_t count) {
  perturb::Random random(11);
  constexpr int kDraws = 20000;
  double sum = 0, squares = 0;
  for (int i = 0; i < kDraws; ++i) {
    const auto drawn = static_cast<double>(drawn_count(random, count));
    sum += drawn;
    squares += drawn * drawn;
  }
  const double mean = sum / kDraws, variance = squares / kDraws - mean * mean;
  const auto expected = static_cast<double>(count);
  EXPECT_NEAR(mean, expected, 0.05 * expected) << count;
  EXPECT_NEAR(variance, expected, 0.08 * expected) << count;
}

TEST(Bootstrap, CountsHaveMeanAndVarianceOfThePoissonDistribution) {
  for (const std::uint64_t count : {1U, 2U, 5U, 63U, 64U, 1000U}) expect_poisson(count);
}

TEST(Bootstrap, NothingStaysNothing) {
  perturb::Random random(1);
  EXPECT_EQ(drawn_count(random, 0), 0U);
}

TEST(Bootstrap, ASeedGivesTheSameDrawsEverywhere) {
  perturb::Random random(42), again(42);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(drawn_count(random, 7), drawn_count(again, 7));
}

TEST(Bootstrap, WithoutRoundsThereIsNoInterval) {
  const auto estimates =
      intervals({0, 1, 0.95}, {0.5}, [](perturb::Random&) { return std::vector<double>{1}; });
  EXPECT_EQ(estimates[0].value, 0.5);
  EXPECT_TRUE(estimates[0].low != estimates[0].low);
}

TEST(Bootstrap, TheIntervalLeavesOutWhatTheConfidenceSays) {
  // Rounds give 0 to 99 in turn: 90 % lie between 5 and 94.
  double next = 0;
  const auto estimates =
      intervals({100, 1, 0.9}, {50}, [&](perturb::Random&) { return std::vector<double>{next++}; });
  EXPECT_EQ(estimates[0].low, 5);
  EXPECT_EQ(estimates[0].high, 94);
}

TEST(ExactBounds, OfNoneOrAllAreNotCertainty) {
  Estimate none{0, 0, 0}, all{1, 1, 1}, some{0.5, 0.4, 0.6};
  bound_exactly({}, 0, 360, none);
  EXPECT_EQ(none.low, 0);
  EXPECT_NEAR(none.high, 0.010195, 1e-6);  // 1 - 0.025^(1/360)
  bound_exactly({}, 20, 20, all);
  EXPECT_NEAR(all.low, 0.831566, 1e-6);  // 0.025^(1/20)
  EXPECT_EQ(all.high, 1);
  bound_exactly({}, 1, 2, some);
  EXPECT_EQ(some.low, 0.4);
  BootstrapOptions without;
  without.rounds = 0;
  Estimate asked{0, kNone, kNone};
  bound_exactly(without, 0, 360, asked);
  EXPECT_TRUE(std::isnan(asked.high));
}

}  // namespace
}  // namespace darvaza::eval
