#include "names/derived_costs.h"

#include <gtest/gtest.h>

#include "names/token_cost.h"
#include "romanize/romanize.h"

namespace darvaza::names {
namespace {

using romanize::romanize;
using romanize::Sound;
using romanize::WritingSystem;

Millinats cost(std::u32string_view a, std::u32string_view b) { return token_cost(romanize(a), romanize(b), 9000); }

template <typename F>
void for_each_pair_of_systems(F visit) {
  for (std::size_t a = 0; a < romanize::kWritingSystemCount; ++a) {
    for (std::size_t b = a; b < romanize::kWritingSystemCount; ++b) visit(static_cast<WritingSystem>(a), static_cast<WritingSystem>(b));
  }
}

TEST(DerivedCosts, AreWholeSteps) {
  for_each_pair_of_systems([](WritingSystem a, WritingSystem b) {
    for (const SoundCosts::Row& row : sound_costs(a, b).meet) {
      for (const std::uint16_t cost : row) EXPECT_EQ(cost % kCostStep, 0);
    }
    for (const PhraseCost& habit : phrase_costs(a, b).all()) EXPECT_EQ(habit.cost % kCostStep, 0);
  });
}

TEST(DerivedCosts, LearnedOnesStayAsTheyAre) {
  for (const auto& [a, b] : {std::pair(WritingSystem::latin, WritingSystem::arabic), std::pair(WritingSystem::latin, WritingSystem::cyrillic)}) {
    EXPECT_EQ(sound_costs(a, b).meet, learned_sound_costs(a, b).meet);
    EXPECT_EQ(sound_costs(a, b).drop, learned_sound_costs(a, b).drop);
  }
}

TEST(DerivedCosts, WithinOneSystemSoundsAreThemselves) {
  for (std::size_t system = 0; system < romanize::kWritingSystemCount; ++system) {
    const SoundCosts& costs = sound_costs(static_cast<WritingSystem>(system), static_cast<WritingSystem>(system));
    for (std::size_t s = 1; s < romanize::kSoundCount; ++s) EXPECT_EQ(costs.meet[s][s], 0) << system << ' ' << s;
  }
}

TEST(DerivedCosts, ALetterOfTwoSoundsIsBoth) {
  EXPECT_EQ(cost(U"אברהם", U"avraham"), cost(U"אברהם", U"abraham"));
  EXPECT_LT(cost(U"יוסף", U"yosef"), 1000);
  EXPECT_LT(cost(U"יוסף", U"yosep"), 1000);
  EXPECT_LT(cost(U"박", U"bak"), 200);
  EXPECT_LT(cost(U"박", U"pak"), 200);
  EXPECT_GT(cost(U"박", U"choi"), 4000);
}

TEST(DerivedCosts, SouthernLettersMeetWithAndWithoutBreathAndVoice) {
  for (const std::u32string_view spelling : {U"phon", U"porn", U"pon"}) EXPECT_LT(cost(U"พร", spelling), 500);
  for (const std::u32string_view spelling : {U"selvam", U"chelvam"}) EXPECT_LT(cost(U"செல்வம்", spelling), 500);
  for (const std::u32string_view spelling : {U"kunzang", U"kunsang"}) EXPECT_LT(cost(U"ཀུན་བཟང", spelling), 500);
  for (const std::u32string_view spelling : {U"win", U"winn"}) EXPECT_LT(cost(U"ဝင်း", spelling), 500);
}

TEST(DerivedCosts, LaoHasOneLetterForLAndRAndBurmeseSaysYForItsR) {
  EXPECT_LT(cost(U"ສຸລິຍາ", U"souliya"), 500);
  EXPECT_LT(cost(U"ສຸລິຍາ", U"souriya"), 1500);
  EXPECT_LT(cost(U"ရာဇာ", U"yaza"), 500);
  EXPECT_LT(cost(U"ရာဇာ", U"raza"), 1500);
}

TEST(DerivedCosts, SouthernSyllablesThatAreNoSpellingsAreDearerThanInLatin) {
  EXPECT_GT(cost(U"สมศักดิ์", U"somchai"), cost(U"somsak", U"somchai"));
}

TEST(DerivedCosts, PublishedRomanisationsOfOneSyllableCostNextToNothing) {
  for (const std::u32string_view spelling : {U"jeong", U"jong", U"chong", U"chung"}) EXPECT_LT(cost(U"정", spelling), 400);
  for (const std::u32string_view spelling : {U"xie", U"hsieh", U"се"}) EXPECT_LT(cost(U"谢", spelling), 400);
  EXPECT_LT(cost(U"周", U"chou"), 400);
  EXPECT_LT(cost(U"영철", U"ёнчхоль"), 1000);
}

TEST(DerivedCosts, AreSymmetric) {
  EXPECT_EQ(cost(U"정은", U"jongun"), cost(U"jongun", U"정은"));
  EXPECT_EQ(cost(U"יוסף", U"yosef"), cost(U"yosef", U"יוסף"));
  EXPECT_EQ(cost(U"יוסף", U"یوسف"), cost(U"یوسف", U"יוסף"));
}

}  // namespace
}  // namespace darvaza::names
