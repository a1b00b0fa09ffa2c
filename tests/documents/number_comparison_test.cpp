// The classes of answer, on pairs of numbers written by hand.
#include "documents/number_comparison.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "documents/document_number.h"

namespace darvaza::documents {
namespace {

std::optional<DocumentMatch> match(std::string_view a, std::string_view b) {
  const auto agreement = compare_numbers(a, b);
  EXPECT_EQ(compare_numbers(b, a), agreement) << a << ' ' << b;
  if (!agreement) return std::nullopt;
  return agreement->match;
}

std::int32_t difference(std::string_view a, std::string_view b) {
  return compare_numbers(a, b).value().difference_mn;
}

TEST(CompareNumbers, EqualNumbersAreExact) {
  EXPECT_EQ(compare_numbers("AB1234567", "AB1234567"), (NumberAgreement{DocumentMatch::exact, 0}));
}

TEST(CompareNumbers, CharactersThatReadersConfuseAreConfusable) {
  for (const auto& [a, b] : {std::pair("M0887925", "MO887925"),
                             {"10005159", "I0005159"},
                             {"A5", "AS"},
                             {"A8", "AB"},
                             {"A2", "AZ"},
                             {"A7", "AZ"},
                             {"A6", "AG"},
                             {"AG", "AQ"},
                             {"1", "L"},
                             {"0", "D"},
                             {"00", "OO"}}) {
    EXPECT_EQ(match(a, b), DocumentMatch::confusable) << a << ' ' << b;
  }
}

TEST(CompareNumbers, ZerosInFrontMayBeMissing) {
  EXPECT_EQ(match("00385937", "385937"), DocumentMatch::confusable);
  EXPECT_EQ(match("OO385937", "385937"), DocumentMatch::confusable);
  EXPECT_EQ(match("0O5", "S"), DocumentMatch::confusable);
  EXPECT_EQ(match("10385937", "385937"), std::nullopt);
  EXPECT_EQ(match("385937", "3859370"), std::nullopt);
}

// 2 and 7 are in one group since both are taken for Z; nobody takes one for the other.
TEST(CompareNumbers, TwoOfAGroupNeedNotBeConfusable) {
  EXPECT_EQ(match("A1271", "A1221"), DocumentMatch::one_wrong_character);
  EXPECT_EQ(match("A7271", "A2221"), std::nullopt);
}

TEST(CompareNumbers, NeighboursInEachOthersPlaceAreTransposed) {
  EXPECT_EQ(match("AB1234567", "AB1243567"), DocumentMatch::transposed);
  EXPECT_EQ(match("AB1234567", "BA1234567"), DocumentMatch::transposed);
  EXPECT_EQ(match("AB1234567", "AB1234576"), DocumentMatch::transposed);
  EXPECT_EQ(match("AB1234567", "AB1432567"), std::nullopt) << "not neighbours";
  EXPECT_EQ(match("AB1234567", "AB2143567"), std::nullopt) << "twice";
}

TEST(CompareNumbers, OneWrongCharacterIsALowerClass) {
  EXPECT_EQ(match("AB1234567", "AB1934567"), DocumentMatch::one_wrong_character);
  EXPECT_EQ(match("AB1234567", "AC1934567"), std::nullopt);
  EXPECT_EQ(match("AB1234567", "AB123456"), std::nullopt);
  EXPECT_EQ(match("A", "C"), DocumentMatch::one_wrong_character);
}

TEST(CompareNumbers, TheCommonestConfusionIsTheLeastDifference) {
  EXPECT_LT(difference("A0", "AO"), difference("A5", "AS"));
  EXPECT_LT(difference("A5", "AS"), difference("A8", "AB"));
  EXPECT_EQ(difference("00A", "OOA"), 2 * difference("0A", "OA"));
  EXPECT_GT(difference("0A0", "AO"), difference("A0", "AO"))
      << "a zero in front is missing besides";
  EXPECT_LT(difference("A8", "AB"), difference("A34", "A43"));
  EXPECT_LT(difference("A34", "A43"), difference("A34", "A39"));
}

/// What the table relies on: it finds numbers by their folded forms.
TEST(CompareNumbers, ConfusableNumbersHaveOneFoldedFormButForQAndG) {
  constexpr std::string_view kCharacters = "0ODQU1ILT2Z75S8B6GA9";
  std::mt19937 random(3);
  int confusable = 0;
  for (int i = 0; i < 200'000; ++i) {
    std::string a, b;
    for (std::size_t size = 1 + random() % 3; size > 0; --size)
      a += kCharacters[random() % kCharacters.size()];
    for (std::size_t size = 1 + random() % 3; size > 0; --size)
      b += kCharacters[random() % kCharacters.size()];
    if (match(a, b) != DocumentMatch::confusable) continue;
    ++confusable;
    const bool may_be_q_and_g =
        (a + b).find('G') != std::string::npos && (a + b).find('Q') != std::string::npos;
    EXPECT_TRUE(may_be_q_and_g || fold_confusable(a) == fold_confusable(b)) << a << ' ' << b;
  }
  EXPECT_GT(confusable, 1'000);
}

TEST(ConfusionCost, IsNothingForEqualTextsAndForNoneOfOtherLength) {
  EXPECT_EQ(confusion_cost("AB1", "AB1"), 0);
  EXPECT_EQ(confusion_cost("", ""), 0);
  EXPECT_FALSE(confusion_cost("AB1", "AB"));
  EXPECT_FALSE(confusion_cost("AB1", "AB9"));
}

}  // namespace
}  // namespace darvaza::documents
