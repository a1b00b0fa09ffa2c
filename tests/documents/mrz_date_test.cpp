#include "documents/mrz_date.h"

#include <gtest/gtest.h>

namespace darvaza::documents {
namespace {

struct Row {
  const char* field;
  PartialDate date;
  bool sound;
};

// Doc 9303-3 §4.8, read in 2026
constexpr Row kRows[] = {
    {"740812", {1974, 8, 12}, true},
    {"7408<<", {1974, 8, 0}, true},
    {"74<<<<", {1974, 0, 0}, true},
    {"<<<<<<", {}, true},
    {"<<0812", {}, true},
    {"74<<12", {1974, 0, 0}, true},
    {"000229", {2000, 2, 29}, true},
    {"040229", {2004, 2, 29}, true},
    {"030229", {2003, 2, 0}, false},
    {"741301", {1974, 0, 0}, false},
    {"740431", {1974, 4, 0}, false},
    {"740001", {1974, 0, 0}, false},
    {"740100", {1974, 1, 0}, false},
    {"740000", {1974, 0, 0}, false},
    {"7A0812", {}, false},
    {"7<0812", {}, false},
    {"74O812", {1974, 0, 0}, false},
    {"74081<", {1974, 8, 0}, false},
    {"999999", {1999, 0, 0}, false},
    {"991231", {1999, 12, 31}, true},
};

TEST(MrzDate, EveryPartIsKnownUnknownOrReported) {
  for (const Row& row : kRows) {
    const MrzDate read = parse_mrz_date(row.field, 2026);
    EXPECT_EQ(read.date, row.date) << row.field;
    EXPECT_EQ(read.problem.empty(), row.sound) << row.field;
    EXPECT_TRUE(is_valid(read.date)) << row.field;
  }
}

TEST(MrzDate, TheYearIsTheLatestOneThatIsNotAfterTheLast) {
  EXPECT_EQ(year_not_after(2026, 26), 2026);
  EXPECT_EQ(year_not_after(2026, 27), 1927);
  EXPECT_EQ(year_not_after(2026, 0), 2000);
  EXPECT_EQ(year_not_after(1999, 99), 1999);
  EXPECT_EQ(year_not_after(1999, 0), 1900);
  EXPECT_EQ(century_of_birth(27, 2026), 1927);
  EXPECT_EQ(century_of_expiry(76, 2026), 2076);
  EXPECT_EQ(century_of_expiry(77, 2026), 1977);
}

TEST(MrzDate, EveryTwoDigitsHaveAYearWithTheseDigits) {
  for (int last = 1990; last < 2110; ++last) {
    for (int digits = 0; digits < 100; ++digits) {
      const int year = year_not_after(last, digits);
      EXPECT_EQ(year % 100, digits);
      EXPECT_TRUE(year <= last && year > last - 100);
    }
  }
}

TEST(MrzDate, AnAbsurdLastYearStillGivesADate) {
  for (const int last : {-2'000'000'000, -1, 0, 2'000'000'000}) {
    EXPECT_TRUE(parse_mrz_date("740812", last).date.known());
    EXPECT_TRUE(is_valid(parse_mrz_date("740812", last).date));
  }
}

}  // namespace
}  // namespace darvaza::documents
