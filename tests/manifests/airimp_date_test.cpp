#include "manifests/airimp_date.h"

#include <gtest/gtest.h>

namespace darvaza::manifests {
namespace {

TEST(AirimpDate, CenturiesFollowTheRule) {
  EXPECT_EQ(parse_airimp_date("17MAY80", YearRule::past, 2026), (PartialDate{1980, 5, 17}));
  EXPECT_EQ(parse_airimp_date("17may24", YearRule::past, 2026), (PartialDate{2024, 5, 17}));
  EXPECT_EQ(parse_airimp_date("31JAN61", YearRule::nearest, 2026), (PartialDate{2061, 1, 31}));
  EXPECT_EQ(parse_airimp_date("17MAY1935", YearRule::past, 2026), (PartialDate{1935, 5, 17}));
}

TEST(AirimpDate, AnUnknownDayIsLeftOut) {
  EXPECT_EQ(parse_airimp_date("00MAY80", YearRule::past, 2026), (PartialDate{1980, 5, 0}));
  EXPECT_EQ(parse_airimp_date("XXMAY80", YearRule::past, 2026), (PartialDate{1980, 5, 0}));
}

TEST(AirimpDate, AnythingElseIsNoDate) {
  for (const auto* text : {"", "17MAI80", "31FEB80", "170580", "17MAY8", "17MAY80X", "MAY80"}) {
    EXPECT_FALSE(parse_airimp_date(text, YearRule::past, 2026)) << text;
  }
}

}  // namespace
}  // namespace darvaza::manifests
