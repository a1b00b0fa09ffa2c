#include "documents/check_digit.h"

#include <gtest/gtest.h>

namespace darvaza::documents {
namespace {

struct Row {
  const char* field;
  char digit;
};

// Doc 9303-3 App. A (worked examples) and the specimens of Parts 3 to 7
constexpr Row kRows[] = {
    {"520727", '3'},    {"AB2134<<<", '5'}, {"HA672242<", '6'},      {"L898902C3", '6'},
    {"L898902C<", '3'}, {"D23145890", '7'}, {"ZE184226B<<<<<", '1'}, {"740812", '2'},
    {"120415", '9'},    {"690806", '1'},    {"940623", '6'},         {"D23145890XYZ", '5'},
};

TEST(CheckDigit, WorkedExamplesOfTheNorm) {
  for (const Row& row : kRows) EXPECT_EQ(check_digit(row.field), row.digit) << row.field;
}

// Doc 9303-3 §4.9: values 0-9, A-Z = 10-35, '<' = 0; the first weight is 7
TEST(CheckDigit, EveryCharacterHasItsValue) {
  constexpr std::string_view kCharacters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  for (std::size_t value = 0; value < kCharacters.size(); ++value) {
    const char expected = static_cast<char>('0' + 7 * value % 10);
    EXPECT_EQ(check_digit(kCharacters.substr(value, 1)), expected) << kCharacters[value];
  }
  EXPECT_EQ(check_digit("<"), '0');
}

TEST(CheckDigit, WeightsAreSevenThreeOneRepeated) {
  EXPECT_EQ(check_digit("1<<"), '7');
  EXPECT_EQ(check_digit("<1<"), '3');
  EXPECT_EQ(check_digit("<<1"), '1');
  EXPECT_EQ(check_digit("<<<1"), '7');
}

TEST(CheckDigit, AnEmptyFieldHasCheckDigitZero) { EXPECT_EQ(check_digit(""), '0'); }

TEST(CheckDigit, OtherCharactersHaveNoValue) {
  for (const char* field : {"a", "AB 12", "12-3", "\xC3\xA9", "1\n"}) {
    EXPECT_FALSE(check_digit(field)) << field;
  }
}

}  // namespace
}  // namespace darvaza::documents
