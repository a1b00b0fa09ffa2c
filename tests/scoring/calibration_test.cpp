// The curve from a sum of weights to a score.
#include "scoring/calibration.h"

#include <cmath>
#include <cstdint>
#include <limits>

#include <gtest/gtest.h>

namespace darvaza::scoring {
namespace {

/// Beyond the last sum that a candidate can reach: 64 tokens, all facts.
constexpr std::int64_t kFar = 50'000;

TEST(Calibration, ASumOfNothingIsAHalf) { EXPECT_EQ(score_bp(0), 5000); }

TEST(Calibration, NeverFallsWhileTheSumRises) {
  std::int32_t before = 0;
  for (std::int64_t weight = -kFar; weight <= kFar; ++weight) {
    const std::int32_t score = score_bp(weight);
    ASSERT_GE(score, before) << weight;
    before = score;
  }
}

TEST(Calibration, IsSymmetricAroundAHalf) {
  for (std::int64_t weight = 0; weight <= kFar; ++weight) {
    ASSERT_EQ(score_bp(weight) + score_bp(-weight), 10'000) << weight;
  }
}

TEST(Calibration, EndsAtZeroAndOne) {
  EXPECT_EQ(score_bp(-kFar), 0);
  EXPECT_EQ(score_bp(kFar), 10'000);
  EXPECT_EQ(score_bp(std::numeric_limits<std::int32_t>::min()), 0);
  EXPECT_EQ(score_bp(std::numeric_limits<std::int32_t>::max()), 10'000);
  EXPECT_EQ(score_bp(std::numeric_limits<std::int64_t>::min()), 0);
  EXPECT_EQ(score_bp(std::numeric_limits<std::int64_t>::max()), 10'000);
}

double logistic_bp(std::int64_t weight_mn) {
  const double nats = static_cast<double>(weight_mn) / 1000 * kSlopePercent / 100;
  return 10'000 / (1 + std::exp(-nats));
}

TEST(Calibration, AgreesWithTheLogisticFunctionInFloatingPoint) {
  for (std::int64_t weight = -kFar; weight <= kFar; weight += 100) {
    ASSERT_NEAR(score_bp(weight), logistic_bp(weight), 0.51) << weight;
  }
}

// Where the slope leaves a fraction of a millinat it is lost: 1.25 hundredths of a percent at the
// steepest place for half a millinat, 2.5 for a whole one.
TEST(Calibration, LosesLessThanAMillinatBetweenWholeOnes) {
  for (std::int64_t weight = -kFar; weight <= kFar; ++weight) {
    ASSERT_NEAR(score_bp(weight), logistic_bp(weight), 2.5 + 0.51) << weight;
  }
}

// 0.9 is what ScreeningOptions::hit_score_bp asks for: odds of nine to one, 2.197 nats after the
// slope.
TEST(Calibration, NineToOneIsNineTenths) {
  const auto weight =
      static_cast<std::int64_t>(std::lround(std::log(9) * 1000 * 100 / kSlopePercent));
  EXPECT_NEAR(score_bp(weight), 9000, 1);
}

TEST(Calibration, NothingKnownIsFarFromAReview) {
  EXPECT_LT(score_bp(kScreeningPrior), 1000);
  EXPECT_LT(score_bp(kComparisonPrior), 1000);
}

}  // namespace
}  // namespace darvaza::scoring
