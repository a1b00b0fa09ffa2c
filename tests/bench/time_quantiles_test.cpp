#include "whole_job/time_quantiles.h"

#include <numeric>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::bench {
namespace {

/// 1, 2, ... `count` microseconds, the longest first.
TimeQuantiles one_to(std::size_t count) {
  std::vector<std::uint64_t> times;
  for (std::size_t i = count; i > 0; --i) times.push_back(i * 1000);
  return TimeQuantiles(std::move(times));
}

TEST(TimeQuantiles, AreTheShortestTimesThatTheShareStayedWithin) {
  const TimeQuantiles times = one_to(1000);
  EXPECT_EQ(times.quantile_us(0.5), 500.0);
  EXPECT_EQ(times.quantile_us(0.99), 990.0);
  EXPECT_EQ(times.quantile_us(0.999), 999.0);
}

TEST(TimeQuantiles, AreNotGivenWhenNoTimeWouldBeLonger) {
  EXPECT_EQ(one_to(100).quantile_us(0.99), 99.0);
  EXPECT_FALSE(one_to(99).quantile_us(0.99));
  EXPECT_FALSE(one_to(999).quantile_us(0.999));
  EXPECT_FALSE(one_to(0).quantile_us(0.5));
}

TEST(TimeQuantiles, KnowMeanAndLongest) {
  const TimeQuantiles times = one_to(4);
  EXPECT_DOUBLE_EQ(times.mean_us(), 2.5);
  EXPECT_DOUBLE_EQ(times.most_us(), 4);
  EXPECT_DOUBLE_EQ(one_to(0).mean_us(), 0);
}

}  // namespace
}  // namespace darvaza::bench
