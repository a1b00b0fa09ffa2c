// Which dates can exist.
#include "darvaza/partial_date.h"

#include <gtest/gtest.h>

namespace darvaza {
namespace {

TEST(PartialDate, GregorianDaysAreThoseOfTheirMonths) {
  EXPECT_TRUE(is_valid({1980, 2, 29}));
  EXPECT_FALSE(is_valid({1981, 2, 29}));
  EXPECT_FALSE(is_valid({1980, 4, 31}));
  EXPECT_FALSE(is_valid({1980, 13, 0}));
  EXPECT_FALSE(is_valid({1980, 0, 1}));
  EXPECT_FALSE(is_valid({-1, 0, 0}));
}

// Solar Hijri months have 31 days in the first half of the year, and 30 at most in the second.
TEST(PartialDate, YearsOfOtherCalendarsHaveTheirMonths) {
  EXPECT_TRUE(is_valid({1361, 2, 31}));
  EXPECT_TRUE(is_valid({1361, 12, 30}));
  EXPECT_FALSE(is_valid({1361, 7, 31}));
  EXPECT_FALSE(is_valid({1361, 2, 32}));
  EXPECT_FALSE(is_valid({1361, 13, 1}));
  EXPECT_TRUE(is_valid({1200, 2, 31}));
  EXPECT_TRUE(is_valid({1499, 2, 31}));
  EXPECT_FALSE(is_valid({1199, 2, 31}));
  EXPECT_FALSE(is_valid({1500, 2, 31}));
}

TEST(PartialDate, ReadsDatesOfOtherCalendarsInIsoForm) {
  EXPECT_EQ(parse_iso_date("1361-02-31"), (PartialDate{1361, 2, 31}));
  EXPECT_EQ(parse_iso_date("13610231"), (PartialDate{1361, 2, 31}));
  EXPECT_EQ(parse_iso_date("1361-07-31"), std::nullopt);
}

}  // namespace
}  // namespace darvaza
