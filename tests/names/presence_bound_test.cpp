#include "names/presence_bound.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace darvaza::names {
namespace {

using romanize::Sound;
using romanize::Sounds;
using romanize::WritingSystem;

Sounds random_token(std::mt19937& random, WritingSystem system) {
  std::uniform_int_distribution<int> length(1, 20), sound(1, static_cast<int>(romanize::kSoundCount) - 1);
  Sounds token(system);
  for (int left = length(random); left > 0; --left) token.push_back(static_cast<Sound>(sound(random)));
  return token;
}

/// Calls `check` with random tokens of every two writing systems.
void for_random_pairs(auto check) {
  std::mt19937 random(20261125);
  for (std::size_t pair = 0; pair < romanize::kWritingSystemCount * romanize::kWritingSystemCount; ++pair) {
    for (int i = 0; i < 500; ++i) {
      const Sounds own = random_token(random, static_cast<WritingSystem>(pair / romanize::kWritingSystemCount));
      check(own, random_token(random, static_cast<WritingSystem>(pair % romanize::kWritingSystemCount)));
    }
  }
}

TEST(PresenceBound, IsNeverAboveTheCost) {
  for_random_pairs([](const Sounds& own, const Sounds& other) {
    const PresenceBound bound = presence_bound(own, other);
    const Millinats cost = std::min(token_cost(own, other, kTooFar - 1), kMostSteps * kCostStep);  // what a byte holds
    EXPECT_LE(std::max(bound.own, bound.other) * kCostStep, cost) << spelling(own) << ' ' << spelling(other);
  });
}

TEST(PresenceBound, IsTheSameWhateverTheProcessor) {
  for_random_pairs([](const Sounds& own, const Sounds& other) {
    CoveredSounds covered;
    covered.own = 0b101;
    covered.other[0] = 0xff;
    const PresenceBound bound = presence_bound(own, other), plain = presence_bound_plainly(own, other);
    EXPECT_EQ(bound.own, plain.own);
    EXPECT_EQ(bound.other, plain.other);
    const PresenceBound uncovered = presence_bound(own, other, covered), plainly = presence_bound_plainly(own, other, covered);
    EXPECT_EQ(uncovered.own, plainly.own);
    EXPECT_EQ(uncovered.other, plainly.other);
  });
}

}  // namespace
}  // namespace darvaza::names
