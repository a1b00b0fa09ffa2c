#include "names/cost_bound.h"

#include <gtest/gtest.h>

#include <random>


namespace darvaza::names {
namespace {

using romanize::Sound;
using romanize::Sounds;
using romanize::WritingSystem;

Sounds random_token(std::mt19937& random, WritingSystem system) {
  std::uniform_int_distribution<int> length(1, 9), sound(1, static_cast<int>(romanize::kSoundCount) - 1);
  Sounds token(system);
  for (int left = length(random); left > 0; --left) token.push_back(static_cast<Sound>(sound(random)));
  return token;
}

TEST(CostBound, IsNeverAboveTheCostForAnyPairOfWritingSystems) {
  std::mt19937 random(20261124);
  for (std::size_t a = 0; a < romanize::kWritingSystemCount; ++a) {
    for (std::size_t b = 0; b < romanize::kWritingSystemCount; ++b) {
      for (int i = 0; i < 300; ++i) {
        const Sounds query = random_token(random, static_cast<WritingSystem>(a));
        const Sounds listed = random_token(random, static_cast<WritingSystem>(b));
        EXPECT_LE(CostBound(query).of(listed), token_cost(query, listed, kTooFar - 1))
            << spelling(query) << ' ' << spelling(listed);
      }
    }
  }
}

TEST(CostBound, SelectsWhatItsBoundAllowsWhateverTheProcessor) {
  std::mt19937 random(20261125);
  std::vector<Sounds> tokens;
  for (int i = 0; i < 500; ++i) tokens.push_back(random_token(random, static_cast<WritingSystem>(i % 3)));
  for (int i = 0; i < 30; ++i) {
    const Sounds query = random_token(random, static_cast<WritingSystem>(i % 3));
    const CostBound bound(query);
    std::vector<std::uint32_t> expected, selected;
    for (std::uint32_t at = 0; at < tokens.size(); ++at) {
      if (bound.of(tokens[at]) <= std::min(7000, similarity_limit(query, tokens[at]))) expected.push_back(at);
    }
    bound.select(tokens, 7000, selected);
    EXPECT_EQ(selected, expected);
    EXPECT_FALSE(expected.empty());
  }
}

TEST(CostBound, SettlesUnlikeTokens) {
  Sounds query(WritingSystem::latin), listed(WritingSystem::latin);
  for (Sound s : {Sound::r, Sound::u, Sound::s, Sound::t, Sound::a, Sound::m}) query.push_back(s);
  for (Sound s : {Sound::g, Sound::o, Sound::l, Sound::b, Sound::a, Sound::h, Sound::l}) listed.push_back(s);
  EXPECT_GT(CostBound(query).of(listed), similarity_limit(query, listed));
}

}  // namespace
}  // namespace darvaza::names
