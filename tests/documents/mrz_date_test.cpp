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
    const MrzDate read = parse_mrz_date(row.field, 2026, century_of_birth);
    EXPECT_EQ(read.date, row.date) << row.field;
    EXPECT_EQ(read.problem.empty(), row.sound) << row.field;
    EXPECT_TRUE(is_valid(read.date)) << row.field;
  }
}

TEST(MrzDate, NobodyIsBornAfterTheReferenceYear) {
  EXPECT_EQ(century_of_birth(26, 2026), 2026);
  EXPECT_EQ(century_of_birth(27, 2026), 1927);
  EXPECT_EQ(century_of_birth(0, 2026), 2000);
  EXPECT_EQ(century_of_birth(99, 1999), 1999);
  EXPECT_EQ(century_of_birth(0, 1999), 1900);
}

TEST(MrzDate, ADocumentExpiresWithinFiftyYears) {
  EXPECT_EQ(century_of_expiry(26, 2026), 2026);
  EXPECT_EQ(century_of_expiry(76, 2026), 2076);
  EXPECT_EQ(century_of_expiry(77, 2026), 1977);
  EXPECT_EQ(century_of_expiry(94, 2026), 1994);
}

TEST(MrzDate, EveryTwoDigitsHaveAYearWithTheseDigits) {
  for (int reference = 1990; reference < 2110; ++reference) {
    for (int digits = 0; digits < 100; ++digits) {
      const int birth = century_of_birth(digits, reference);
      EXPECT_EQ(birth % 100, digits);
      EXPECT_TRUE(birth <= reference && birth > reference - 100);
      const int expiry = century_of_expiry(digits, reference);
      EXPECT_EQ(expiry % 100, digits);
      EXPECT_TRUE(expiry <= reference + 50 && expiry >= reference - 49);
    }
  }
}

TEST(MrzDate, AnAbsurdReferenceYearStillGivesADate) {
  for (const int reference : {-2'000'000'000, -1, 0, 2'000'000'000}) {
    EXPECT_TRUE(parse_mrz_date("740812", reference, century_of_birth).date.full());
    EXPECT_TRUE(parse_mrz_date("740812", reference, century_of_expiry).date.full());
  }
}

}  // namespace
}  // namespace darvaza::documents
