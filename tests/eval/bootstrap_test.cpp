// Draws are those of a Poisson distribution, and the same everywhere.
#include "eval/bootstrap.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace darvaza::eval
