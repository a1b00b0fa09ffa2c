#include "romanize/letter_rules.h"

#include <gtest/gtest.h>

namespace darvaza::romanize {
namespace {

using enum Sound;

constexpr LetterRule kRules[] = {
    {U"s", {s}},   {U"h", {h}},
    {U"sh", {sh}}, {U"y", {y}},
    {U"y", {y_any}, Place::before_vowel},
    {U"y", {i}, Place::last},
    {U"x", {k, s}, Place::first},
    {U"q", {}},    {U"a", {a}},
    {U"e", {e}},
};

std::string apply(std::u32string_view token) {
  return spelling(LetterTable(WritingSystem::latin, kRules, U"ae").apply(token));
}

TEST(LetterTable, LongestRuleWins) { EXPECT_EQ(apply(U"shsah"), "shsah"); }

TEST(LetterTable, NarrowerPlaceWins) {
  EXPECT_EQ(apply(U"ysy"), "ısi");
  EXPECT_EQ(apply(U"ya"), "ya");
}

TEST(LetterTable, AppliesFirstOnlyAtTheBeginning) {
  EXPECT_EQ(apply(U"xa"), "ksa");
  EXPECT_EQ(apply(U"ax"), "a") << "no rule: passed over";
}

TEST(LetterTable, FallsBackToTheBaseLetter) { EXPECT_EQ(apply(U"é"), "e"); }

TEST(LetterTable, SilentLettersAndDoublingLeaveNoTrace) { EXPECT_EQ(apply(U"aqassh"), "assh"); }

TEST(Sounds, HoldAtMostTheirCapacity) {
  const std::u32string token = [] {
    std::u32string text;
    for (int n = 0; n < 40; ++n) text += n % 2 == 0 ? U'a' : U's';
    return text;
  }();
  EXPECT_EQ(LetterTable(WritingSystem::latin, kRules, U"ae").apply(token).size(), Sounds::kCapacity);
}

}  // namespace
}  // namespace darvaza::romanize
