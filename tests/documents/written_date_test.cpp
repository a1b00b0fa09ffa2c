#include "documents/written_date.h"

#include <gtest/gtest.h>

namespace darvaza::documents {
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

TEST(WrittenDate, AMonthNameMayStandInFrontOfTheDay) {
  for (const auto* text : {"May 17, 1980", "MAY 17 1980", "may 17,1980", "May 17, 1980 00:00:00"}) EXPECT_EQ(parse_written_date(text), (PartialDate{1980, 5, 17})) << text;
  EXPECT_EQ(parse_written_date("May 17, 80"), std::nullopt);
  EXPECT_EQ(parse_written_date("May 32, 1980"), std::nullopt);
}

TEST(WrittenDate, DashesAndBlanksOfProgramsAreDashesAndBlanks) {
  for (const auto* text : {"1980\u201305\u201317", "1980\u201105\u201117", "1980\u221205\u221217", "17\u00A0May\u00A01980", "\u00A01980-05-17\u00A0", "17\u202FMay\u20091980",
                           "\u200E1980-05-17\u200E", "１９８０－０５－１７", "１９８０／０５／１７", "1980-05-17Z", "17.05.1980\u00A0г."}) {
    EXPECT_EQ(parse_written_date(text), (PartialDate{1980, 5, 17})) << text;
  }
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

TEST(WrittenDate, AYearInFrontSaysWhatFollows) {
  for (const auto* text : {"1971.03.02", "1971/03/02", "1971/3/2", "1971-3-2"}) EXPECT_EQ(parse_written_date(text), (PartialDate{1971, 3, 2})) << text;
  EXPECT_EQ(parse_written_date("1350/12/11"), (PartialDate{1350, 12, 11}));
  EXPECT_EQ(parse_written_date("1971/00/00"), (PartialDate{1971, 0, 0}));
}

TEST(WrittenDate, ATimeOfDayIsDropped) {
  for (const auto* text : {"1971-03-02 00:00:00", "1971-03-02T00:00:00", "1971-03-02T00:00:00.000+05:00", "02.03.1971 0:00", "2-Mar-1971 00:00:00", "1971-03-02 12:00:00 AM"}) {
    EXPECT_EQ(parse_written_date(text), (PartialDate{1971, 3, 2})) << text;
  }
  EXPECT_EQ(parse_written_date("1971-03-02 or later"), std::nullopt);
}

TEST(WrittenDate, ReadsRussianMonthsAndDigitsOfOtherScripts) {
  for (const auto* text : {"02 марта 1971", "2 МАРТА 1971 г.", "2 мар. 1971 года", "02.03.1971 г.", "02.03.1971г", "02.03.1971 года", "۱۹۷۱-۰۳-۰۲", "١٩٧١/٠٣/٠٢"}) EXPECT_EQ(parse_written_date(text), (PartialDate{1971, 3, 2})) << text;
  EXPECT_EQ(parse_written_date("май 1971"), (PartialDate{1971, 5, 0}));
  EXPECT_EQ(parse_written_date("3 мая 1971"), (PartialDate{1971, 5, 3}));
  EXPECT_EQ(parse_written_date("3 июля 1971"), (PartialDate{1971, 7, 3}));
  EXPECT_EQ(parse_written_date("3 ма 1971"), std::nullopt);
}

TEST(WrittenDate, OnlyBirthsHaveYearsOfTwoDigits) {
  EXPECT_EQ(parse_written_birth_date("2-Mar-71"), (PartialDate{1971, 3, 2}));
  EXPECT_EQ(parse_written_birth_date("02 марта 71"), (PartialDate{1971, 3, 2}));
  EXPECT_EQ(parse_written_birth_date("2-Mar-30"), (PartialDate{1930, 3, 2}));
  for (const auto* text : {"2-Mar-29", "2-Mar-00", "Mar-71", "02.03.71", "02/03/71"}) EXPECT_EQ(parse_written_birth_date(text), std::nullopt) << text;
  EXPECT_EQ(parse_written_date("2-Mar-71"), std::nullopt);
}

TEST(WrittenDate, MonthsAndDaysThatNobodyKnowsLeaveTheYear) {
  for (const auto* text : {"1980-XX-XX", "XX.XX.1980", "00.00.1980", "00/00/1980", "?\?/?\?/1980", "1980-?\?-?\?", "1980XXXX", "ХХ.ХХ.1980", "хх.хх.1980 г.", "17.XX.1980", "1980-XX-17"}) {
    EXPECT_EQ(parse_written_date(text), (PartialDate{1980, 0, 0})) << text;
  }
  for (const auto* text : {"1980-05-XX", "XX.05.1980", "00.05.1980", "1980/05/xx", "198005XX", "XX May 1980", "00 May 1980", "?\? мая 1980"}) {
    EXPECT_EQ(parse_written_date(text), (PartialDate{1980, 5, 0})) << text;
  }
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
                           "00/05/1980",
                           "19xx-05-17",
                           "19xx0517",
                           "xxxx-05-17",
                           "1980-05-1x",
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
}  // namespace darvaza::documents
