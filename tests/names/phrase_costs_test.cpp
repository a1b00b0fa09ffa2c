#include "names/phrase_costs.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "names/sound_costs.h"
#include "names/token_cost.h"
#include "romanize/romanize.h"

namespace darvaza::names {
namespace {

using romanize::romanize;
using romanize::Sound;
using romanize::WritingSystem;

template <typename F>
void for_each_pair_of_systems(F visit) {
  for (std::size_t a = 0; a < romanize::kWritingSystemCount; ++a) {
    for (std::size_t b = a; b < romanize::kWritingSystemCount; ++b) visit(static_cast<WritingSystem>(a), static_cast<WritingSystem>(b));
  }
}

TEST(PhraseCosts, EveryPhraseIsFiledUnderItsLastSounds) {
  for_each_pair_of_systems([](WritingSystem a, WritingSystem b) {
    const PhraseCosts& phrases = phrase_costs(a, b);
    for (const PhraseCost& phrase : phrases.all()) {
      ASSERT_GE(phrase.a.size, 1u);
      ASSERT_GE(phrase.b.size, 1u);
      const Sound last_a = phrase.a.sounds[phrase.a.size - 1u], last_b = phrase.b.sounds[phrase.b.size - 1u];
      EXPECT_TRUE(phrases.any_ending(last_a, last_b));
      const auto filed = phrases.ending(last_a, last_b);
      EXPECT_TRUE(std::any_of(filed.begin(), filed.end(), [&](const PhraseCost& other) {
        return other.a.sounds == phrase.a.sounds && other.b.sounds == phrase.b.sounds && other.at_end == phrase.at_end;
      }));
    }
  });
}

// French and English orthography, and Belarusian against Russian, read several letters as one sound.
TEST(PhraseCosts, HabitsOfSpellingMakeNamesMeet) {
  const std::pair<const char32_t*, const char32_t*> kNames[] = {
      {U"moreau", U"моро"}, {U"beaumont", U"бомон"}, {U"dubois", U"дюбуа"}, {U"wright", U"райт"}, {U"shautsou", U"шевцов"}};
  for (const auto& [latin, cyrillic] : kNames) {
    const auto a = romanize(latin), b = romanize(cyrillic);
    EXPECT_LE(token_cost(a, b, kTooFar - 1), similarity_limit(a, b)) << romanize::spelling(a);
  }
}

}  // namespace
}  // namespace darvaza::names
