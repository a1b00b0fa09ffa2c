#include "eval/baselines/jaro_winkler.h"

#include <string>

#include <gtest/gtest.h>

namespace darvaza::baselines {
namespace {

// The values that the literature gives: Winkler, "String Comparator Metrics and Enhanced Decision
// Rules in the Fellegi-Sunter Model" (1990), table 1, and Winkler and Thibaudeau (1991); worked by
// hand to four digits.
struct Row {
  const char *a, *b;
  double jaro, jaro_winkler;
};
constexpr Row kRows[] = {
    {"MARTHA", "MARHTA", 0.9444, 0.9611},   // 6 partners, 1 transposition: (1 + 1 + 5/6) / 3
    {"DIXON", "DICKSONX", 0.7667, 0.8133},  // 4 partners: (4/5 + 4/8 + 1) / 3; the X is too far
    {"DWAYNE", "DUANE", 0.8222, 0.8400},    // 4 partners: (4/6 + 4/5 + 1) / 3; prefix 1
    {"SHACKLEFORD", "SHACKELFORD", 0.9697, 0.9818},
    {"DUNNINGHAM", "CUNNIGHAM", 0.8963, 0.8963},
    {"NICHLESON", "NICHULSON", 0.9259, 0.9556},
    {"JONES", "JOHNSON", 0.7905, 0.8324},
    {"MASSEY", "MASSIE", 0.8889, 0.9333},
    {"ABROMS", "ABRAMS", 0.8889, 0.9222},
    {"JERALDINE", "GERALDINE", 0.9259, 0.9259},
    {"MICHELLE", "MICHAEL", 0.8690, 0.9214},
    {"JULIES", "JULIUS", 0.8889, 0.9333},
    {"TANYA", "TONYA", 0.8667, 0.8800},
};

TEST(JaroWinkler, HasTheValuesOfTheLiterature) {
  for (const Row& row : kRows) {
    EXPECT_NEAR(jaro(row.a, row.b), row.jaro, 0.00005) << row.a << ' ' << row.b;
    EXPECT_NEAR(jaro_winkler(row.a, row.b), row.jaro_winkler, 0.00005) << row.a << ' ' << row.b;
  }
}

TEST(JaroWinkler, IsSymmetric) {
  for (const Row& row : kRows) {
    EXPECT_DOUBLE_EQ(jaro_winkler(row.a, row.b), jaro_winkler(row.b, row.a)) << row.a;
  }
}

TEST(JaroWinkler, IsOneForEqualWordsAndNothingForWordsThatShareNoLetter) {
  EXPECT_DOUBLE_EQ(jaro_winkler("K", "K"), 1);
  EXPECT_DOUBLE_EQ(jaro_winkler("RUSTAM", "RUSTAM"), 1);
  EXPECT_DOUBLE_EQ(jaro_winkler("ABC", "XYZ"), 0);
  EXPECT_DOUBLE_EQ(jaro_winkler("", "ABC"), 0);
  EXPECT_DOUBLE_EQ(jaro_winkler("", ""), 0);
}

TEST(JaroWinkler, ADisagreementIsNotBoostedForItsPrefix) {
  // 2 partners of 5 and 5: (2/5 + 2/5 + 1) / 3 = 0.6, below Winkler's 0.7.
  EXPECT_NEAR(jaro_winkler("ABCDE", "ABXYZ"), 0.6, 1e-12);
}

TEST(JaroWinkler, LooksAtTheFirst64LettersOfALongWord) {
  const std::string same(kLongestWord, 'A');
  EXPECT_DOUBLE_EQ(jaro(same + "B", same + "C"), 1);
}

}  // namespace
}  // namespace darvaza::baselines
