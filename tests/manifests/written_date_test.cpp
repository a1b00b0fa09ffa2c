#include "manifests/written_date.h"

#include <gtest/gtest.h>

namespace darvaza::manifests {
namespace {

TEST(WrittenDate, ReadsIso8601AlsoInPart) {
  EXPECT_EQ(parse_written_date("1980-05-17"), (PartialDate{1980, 5, 17}));
  EXPECT_EQ(parse_written_date("19800517"), (PartialDate{1980, 5, 17}));
  EXPECT_EQ(parse_written_date(" 1980-05 "), (PartialDate{1980, 5, 0}));
  EXPECT_EQ(parse_written_date("1980"), (PartialDate{1980, 0, 0}));
}

TEST(WrittenDate, ReadsMonthNamesInAnyCase) {
  for (const auto* text : {"17 May 1980", "17MAY1980", "17-may-1980", "17. May 1980"}) {
    EXPECT_EQ(parse_written_date(text), (PartialDate{1980, 5, 17})) << text;
  }
  EXPECT_EQ(parse_written_date("1 SEPT 1980"), (PartialDate{1980, 9, 1}));
  EXPECT_EQ(parse_written_date("1 September 1980"), (PartialDate{1980, 9, 1}));
  EXPECT_EQ(parse_written_date("June 1980"), (PartialDate{1980, 6, 0}));
}

TEST(WrittenDate, DotsMeanDayFirst) {
  EXPECT_EQ(parse_written_date("17.05.1980"), (PartialDate{1980, 5, 17}));
  EXPECT_EQ(parse_written_date("7.5.1980"), (PartialDate{1980, 5, 7}));
  EXPECT_EQ(parse_written_date("05.17.1980"), std::nullopt);
}

// Papers of Iran and Afghanistan write Solar Hijri years, whose first six months have 31 days.
TEST(WrittenDate, YearsOfTheCalendarsOfTheRegionAreKeptAsWritten) {
  EXPECT_EQ(parse_written_date("1361-05-02"), (PartialDate{1361, 5, 2}));
  EXPECT_EQ(parse_written_date("1361"), (PartialDate{1361, 0, 0}));
  EXPECT_EQ(parse_written_date("1361-02-31"), (PartialDate{1361, 2, 31}));
  EXPECT_EQ(parse_written_date("31.02.1361"), (PartialDate{1361, 2, 31}));
  EXPECT_EQ(parse_written_date("1361-07-31"), std::nullopt);
  EXPECT_EQ(parse_written_date("1361-13-01"), std::nullopt);
  EXPECT_EQ(parse_written_date("1500-02-31"), std::nullopt);
}

TEST(WrittenDate, NeverGuesses) {
  for (const auto* text : {"05/17/1980",
                           "17/05/1980",
                           "17-05-1980",
                           "17/05/80",
                           "170580",
                           "17MAY80",
                           "17.05.80",
                           "31 Feb 1980",
                           "0 May 1980",
                           "00.05.1980",
                           "17 Ma 1980",
                           "17 Mayo 1980",
                           "17 May 1980 x",
                           "17/May/1980",
                           "about 1980",
                           "",
                           " ",
                           "..",
                           "May",
                           "99999999999999999999 May 1980"}) {
    EXPECT_EQ(parse_written_date(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace darvaza::manifests
