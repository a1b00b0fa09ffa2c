#include "index/fact_codes.h"

#include <set>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::index {
namespace {

DateCodes codes(std::vector<BirthDate> dates) { return date_codes(dates); }

TEST(FactCodes, YearsHaveNumbersOfTheirOwn) {
  std::set<YearCode> seen = {kNoYear, kAnyYear};
  for (int year = kFirstYear; year <= kLastYear; ++year) EXPECT_TRUE(seen.insert(year_code(year)).second) << year;
  EXPECT_EQ(seen.size(), 256u);
  for (const int year : {0, 1, 1361, kFirstYear - 1, kLastYear + 1, 9999, -1}) EXPECT_EQ(year_code(year), kAnyYear) << year;
}

TEST(FactCodes, NoDayHasTheCodeOfAnUnknownOne) {
  for (int month = 1; month <= 12; ++month) {
    for (int day = 1; day <= 31; ++day) EXPECT_NE(day_code(month, day), kNoDay) << month << ' ' << day;
  }
}

TEST(FactCodes, DaysOfTheSameMonthAndNeighbouringMonthsDiffer) {
  std::set<DayCode> seen;
  for (int month = 1; month <= 8; ++month) {
    for (int day = 1; day <= 31; ++day) EXPECT_TRUE(seen.insert(day_code(month, day)).second);
  }
}

TEST(FactCodes, OneDateSaysItsYearAndIfKnownItsDay) {
  EXPECT_EQ(codes({BirthDate::on({1971, 3, 2})}).year, year_code(1971));
  EXPECT_EQ(codes({BirthDate::on({1971, 3, 2})}).day, day_code(3, 2));
  EXPECT_EQ(codes({BirthDate::on({1971, 3, 0})}).year, year_code(1971));
  EXPECT_EQ(codes({BirthDate::on({1971, 3, 0})}).day, kNoDay);
  EXPECT_EQ(codes({BirthDate::on({1971, 0, 0})}).day, kNoDay);
}

TEST(FactCodes, NoDateAndAnUnknownOneAreNone) {
  EXPECT_EQ(codes({}).year, kNoYear);
  EXPECT_EQ(codes({BirthDate{}}).year, kNoYear);
  EXPECT_EQ(codes({BirthDate::on({0, 3, 2})}).year, kNoYear);
}

TEST(FactCodes, SeveralDatesRangesAndApproximateOnesMayBeAny) {
  EXPECT_EQ(codes({BirthDate::on({1971, 3, 2}), BirthDate::on({1971, 3, 2})}).year, kAnyYear);
  EXPECT_EQ(codes({BirthDate{{1971, 0, 0}, {1973, 0, 0}, false}}).year, kAnyYear);
  EXPECT_EQ(codes({BirthDate::on({1971, 3, 2}, true)}).year, kAnyYear);
  EXPECT_EQ(codes({BirthDate::on({1361, 5, 2})}).year, kAnyYear) << "a year of another calendar";
}

}  // namespace
}  // namespace darvaza::index
