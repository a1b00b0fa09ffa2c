#include "names/token_batch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "romanize/romanize.h"

namespace darvaza::names {
namespace {

using romanize::Sound;
using romanize::Sounds;
using romanize::WritingSystem;

Sounds random_token(std::mt19937& random, WritingSystem system, int most) {
  std::uniform_int_distribution<int> length(1, most), sound(1, static_cast<int>(romanize::kSoundCount) - 1);
  Sounds token(system);
  for (int left = length(random); left > 0; --left) token.push_back(static_cast<Sound>(sound(random)));
  return token;
}

/// A token that is like `token` but for one sound or two exchanged, which makes near costs, in any writing system.
Sounds nearly(const Sounds& token, WritingSystem system, std::mt19937& random) {
  Sounds other(system);
  if (token.size() > 1 && random() % 3 == 0) {
    const std::size_t at = random() % (token.size() - 1);
    for (std::size_t i = 0; i < token.size(); ++i) other.push_back(token[i == at ? at + 1 : i == at + 1 ? at : i]);
    return other;
  }
  const std::size_t changed = std::uniform_int_distribution<std::size_t>(0, token.size() - 1)(random);
  for (std::size_t i = 0; i < token.size(); ++i) {
    other.push_back(i == changed ? static_cast<Sound>(1 + random() % (romanize::kSoundCount - 1)) : token[i]);
  }
  return other;
}

/// Compares the vector loops, the plain one and token_cost itself for one token and `others`.
void expect_costs(const Sounds& token, const std::vector<Sounds>& others) {
  TokenBatch batch;
  for (const Sounds& other : others) batch.add(other);
  const TokenCosts costs(token, others[0].system());
  std::array<std::uint8_t, kBatch> steps{}, narrowly{}, plainly{};
  costs.of(batch, steps);
  costs.of_narrowly(batch, narrowly);
  costs.of_plainly(batch, plainly);
  for (std::size_t i = 0; i < others.size(); ++i) {
    const Millinats cost = std::min(token_cost(token, others[i], kTooFar - 1), kMostSteps * kCostStep);
    EXPECT_EQ(steps[i] * kCostStep, cost) << spelling(token) << ' ' << spelling(others[i]);
    EXPECT_EQ(narrowly[i] * kCostStep, cost) << spelling(token) << ' ' << spelling(others[i]);
    EXPECT_EQ(plainly[i] * kCostStep, cost) << spelling(token) << ' ' << spelling(others[i]);
  }
}

TEST(TokenBatch, CostsAreThoseOfTokenCostBetweenAllWritingSystems) {
  std::mt19937 random(20261125);
  for (std::size_t a = 0; a < romanize::kWritingSystemCount; ++a) {
    for (std::size_t b = 0; b < romanize::kWritingSystemCount; ++b) {
      for (int round = 0; round < 60; ++round) {
        const Sounds token = random_token(random, static_cast<WritingSystem>(a), round % 10 == 0 ? 30 : 9);
        std::vector<Sounds> others;
        const std::size_t count = 1 + random() % kBatch;
        while (others.size() < count) {
          others.push_back(others.size() % 2 == 0 ? nearly(token, static_cast<WritingSystem>(b), random)
                                                  : random_token(random, static_cast<WritingSystem>(b), round % 7 == 0 ? 30 : 9));
        }
        expect_costs(token, others);
      }
    }
  }
}

TEST(TokenBatch, HabitsOfSpellingCountAcrossScripts) {
  // French -ault and Belarusian -оў stand for one sound or two: without habits these are far apart.
  expect_costs(romanize::romanize(U"renault"), {romanize::romanize(U"рено"), romanize::romanize(U"петров")});
  expect_costs(romanize::romanize(U"ivanou"), {romanize::romanize(U"иванов"), romanize::romanize(U"иванова")});
}

TEST(TokenBatch, UpToALimitTheCostsAreExactAndTheTokensAreNamed) {
  std::mt19937 random(20261126);
  for (const int most : {0, 20, 70, 250}) {
    const Sounds token = random_token(random, WritingSystem::cyrillic, 9);
    TokenBatch batch;
    std::vector<Sounds> others;
    for (std::size_t i = 0; i < kBatch; ++i) batch.add(others.emplace_back(nearly(token, WritingSystem::latin, random)));
    std::array<std::uint8_t, kBatch> steps{};
    const std::uint64_t within = TokenCosts(token, WritingSystem::latin).of(batch, steps, static_cast<std::uint8_t>(most));
    for (std::size_t i = 0; i < kBatch; ++i) {
      const Millinats cost = token_cost(token, others[i], most * kCostStep);
      EXPECT_EQ(within >> i & 1, cost == kTooFar ? 0u : 1u);
      if (cost != kTooFar) {
        EXPECT_EQ(steps[i] * kCostStep, cost);
      }
    }
  }
}

TEST(TokenBatch, IsEmptyAgainAfterClear) {
  TokenBatch batch;
  batch.add(romanize::romanize(U"abdurrahmanov"));
  batch.clear();
  EXPECT_EQ(batch.count(), 0u);
  batch.add(romanize::romanize(U"ali"));
  std::array<std::uint8_t, kBatch> steps{};
  TokenCosts(romanize::romanize(U"ali"), WritingSystem::latin).of(batch, steps);
  EXPECT_EQ(steps[0], 0);
}

}  // namespace
}  // namespace darvaza::names
