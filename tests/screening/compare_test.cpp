// Two names, no list.
#include "darvaza/compare.h"

#include <cstdint>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "scoring/calibration.h"
#include "screening/made_up_names.h"

namespace darvaza {
namespace {

using screening::MadeUpName;
using screening::MadeUpNames;

std::int32_t score(std::string_view a, std::string_view b) { return compare_names(a, b).score_bp; }

constexpr std::uint32_t kSeed = 20'260'101;

/// Pairs of spellings of one name, and of two names, in turn.
template <typename F>
void for_each_pair(std::size_t count, F visit) {
  SCOPED_TRACE(testing::Message() << "seed " << kSeed);
  MadeUpNames names(kSeed);
  for (std::size_t i = 0; i < count; ++i) {
    const MadeUpName a = names.make();
    const MadeUpName b = i % 2 == 0 ? a : names.make();
    visit(names.spell_carelessly(a), names.spell_carelessly(b));
  }
}

TEST(Compare, OnlyANameThatCouldHaveAThirdPartIsWhole) {
  const auto words = [](std::string_view name) { return compare_names(name, name).evidence.at(1).text; };
  EXPECT_NE(words("Nadir Zarbofanov").find("the whole name"), std::string::npos) << words("Nadir Zarbofanov");
  EXPECT_EQ(words("Kim Jong Il").find("the whole name"), std::string::npos) << words("Kim Jong Il");
}

TEST(Compare, TwoWellKnownNamesAreNotTwoSpellings) {
  const auto words = [](std::string_view a, std::string_view b) { return compare_names(a, b).evidence.at(1).text; };
  EXPECT_NE(words("Karim Zarfuni", "Karam Zarfuni").find("another known name"), std::string::npos);
  EXPECT_EQ(words("Karim Zarfuni", "Kareem Zarfuni").find("another known name"), std::string::npos);
}

TEST(Compare, AWordThatMayBeOfKinIsReadBothWays) {
  constexpr std::int32_t kHit = 9000, kReview = 5000;
  EXPECT_GE(score("گل دختر زربافان", "Guldukhtar Zarbofan"), kHit);
  EXPECT_GE(score("Zarbofan Sultan Walad", "سلطان ولد زربافان"), kHit);
  EXPECT_GE(score("گل دختر زربافان", "گل دختر زربافان"), kHit);
  EXPECT_GE(score("ناصر دروازی ولد زربافان", "Nasir Darwazi"), kReview);
  EXPECT_LT(score("زلمی ولد زربافان", "Zarbofan"), kReview);
  EXPECT_LT(score("Zalmay walad Toryalai", "Toryalai walad Zalmay"), kReview);
  EXPECT_NE(compare_names("گل دختر زربافان", "Guldukhtar Zarbofan").evidence.at(1).text.find("گل دختر ~ guldukhtar"), std::string::npos) << "as it is written";
}

TEST(Compare, IsSymmetric) {
  for_each_pair(600, [](const std::string& a, const std::string& b) {
    const Comparison there = compare_names(a, b), back = compare_names(b, a);
    EXPECT_EQ(there.score_bp, back.score_bp) << a << " | " << b;
    EXPECT_EQ(there.weight_mn, back.weight_mn) << a << " | " << b;
  });
}

TEST(Compare, TheWeightsAddUpAndDetermineTheScore) {
  for_each_pair(200, [](const std::string& a, const std::string& b) {
    const Comparison comparison = compare_names(a, b);
    std::int32_t sum = 0;
    for (const Evidence& piece : comparison.evidence) sum += piece.weight_mn;
    EXPECT_EQ(comparison.weight_mn, sum) << a << " | " << b;
    EXPECT_EQ(comparison.score_bp, scoring::score_bp(sum)) << a << " | " << b;
  });
}

TEST(Compare, StaysBetweenZeroAndOne) {
  for_each_pair(200, [](const std::string& a, const std::string& b) {
    EXPECT_GE(score(a, b), 0);
    EXPECT_LE(score(a, b), 10'000);
  });
}

TEST(Compare, GivesPriorAndNameAsItsReasons) {
  const Comparison comparison = compare_names("Nadir Zarbofanov", "Нодир Зарбофонов");
  ASSERT_EQ(comparison.evidence.size(), 2u);
  EXPECT_EQ(comparison.evidence[0].kind, EvidenceKind::prior);
  EXPECT_EQ(comparison.evidence[1].kind, EvidenceKind::name);
  EXPECT_NE(comparison.evidence[1].text.find("nadir ~ нодир"), std::string::npos)
      << comparison.evidence[1].text;
}

TEST(Compare, NamesWithoutLettersScoreNothing) {
  for (const char* nothing : {"", " ", "???", "1234", "\xff\xfe", "\u200b\u202e", "FNU LNU"}) {
    for (const char* other : {"", "Nadir Zarbofanov", "???"}) {
      EXPECT_EQ(score(nothing, other), 0) << nothing << " | " << other;
      EXPECT_EQ(score(other, nothing), 0) << other << " | " << nothing;
    }
    EXPECT_TRUE(compare_names(nothing, nothing).evidence.empty());
  }
}

// The more two names have in common, the higher the score: same, spelt otherwise, surname alone,
// nothing.
TEST(Compare, OrdersByWhatTheNamesShare) {
  const std::int32_t exact = score("Nadir Zarbofanov", "Nadir Zarbofanov");
  const std::int32_t variant = score("Nadir Zarbofanov", "Nodir Zarbofonof");
  const std::int32_t surname = score("Nadir Zarbofanov", "Temirlan Zarbofanov");
  const std::int32_t other = score("Nadir Zarbofanov", "Temirlan Qoshqarbekuly");
  EXPECT_GT(exact, variant);
  EXPECT_GT(variant, surname);
  EXPECT_GT(surname, other);
  EXPECT_GE(exact, 9500);
  EXPECT_GE(variant, 5000);
  EXPECT_LT(surname, 5000);
  EXPECT_LT(other, 500);
}

TEST(Compare, DoesNotDependOnTheOrderOfWords) {
  EXPECT_EQ(score("Nadir Zarbofanov", "Zarbofanov, Nadir"),
            score("Nadir Zarbofanov", "Nadir Zarbofanov"));
}

TEST(Compare, MeetsAcrossScripts) {
  EXPECT_GE(score("Nadir Zarbofanov", "Надир Зарбофанов"), 9000);
  EXPECT_GE(score("Golbahar Shabnampour", "گلبهار شبنم‌پور"), 5000);
  EXPECT_GE(score("Гульбахор Шабнампур", "گلبهار شبنم‌پور"), 5000);
  EXPECT_LT(score("Golbahar Shabnampour", "Надир Зарбофанов"), 500);
}

TEST(Compare, HostileNamesCostNoMoreThanTheirLimits) {
  std::string marks = "Nadir";
  for (int i = 0; i < 500; ++i) marks += "\u0301";
  std::string words;
  for (int i = 0; i < 65; ++i)
    words += "zar" + std::string(1, static_cast<char>('a' + i % 26)) + " ";
  const std::string hostile[] = {
      std::string(1'000'000, ' '),          std::string(1'000'000, 'a'), marks, words,
      std::string("Nadir\0Zarbofanov", 16), "Nadir \xed\xa0\x80 \xf8"};
  for (const std::string& a : hostile) {
    for (const std::string& b : hostile) EXPECT_EQ(score(a, b), score(b, a));
  }
  EXPECT_GE(score(words, words), 9000);
}

}  // namespace
}  // namespace darvaza
