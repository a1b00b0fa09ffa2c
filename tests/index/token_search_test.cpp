#include <algorithm>
#include <tuple>

#include <gtest/gtest.h>

#include "index/index_test_support.h"
#include "names/token_cost.h"

namespace darvaza::index {
namespace {

using Similar = std::vector<Index::SimilarToken>;

BuiltIndex index_of_words(std::vector<std::string> words) {
  return BuiltIndex([&](IndexBuilder& builder) {
    for (const std::string& word : words) builder.add(person(word, {word.c_str()}));
  });
}

Similar similar(const Index& index, std::string_view word, bool cut = false) {
  Similar out;
  index.similar_tokens(sounds(word), cut, names::kMaxSimilarityLimit, out);
  return out;
}

bool holds(const Index& index, const Similar& found, std::string_view word) {
  const romanize::Sounds wanted = sounds(word);
  return std::any_of(found.begin(), found.end(),
                     [&](const auto& s) { return index.token(s.token) == wanted; });
}

TEST(SimilarTokens, TheTokenItselfCostsNothingAndComesFirst) {
  const BuiltIndex index = index_of_words({"rustam", "rostam", "kamal"});
  const Similar found = similar(*index, "rustam");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].cost, 0);
  EXPECT_EQ(index->token(found[0].token), sounds("rustam"));
}

TEST(SimilarTokens, OtherSpellingsAndScriptsAreFoundWithTheirCosts) {
  const BuiltIndex index = index_of_words({"rustam", "rostam", "рустам", "رستم", "kamal"});
  const Similar found = similar(*index, "rustam");
  for (const char* word : {"rostam", "рустам", "رستم"})
    EXPECT_TRUE(holds(*index, found, word)) << word;
  EXPECT_FALSE(holds(*index, found, "kamal"));
  for (const auto& s : found) {
    const auto& listed = index->token(s.token);
    EXPECT_EQ(s.cost, names::token_cost(sounds("rustam"), listed,
                                        names::similarity_limit(sounds("rustam"), listed)));
  }
}

TEST(SimilarTokens, TheCheapestComeFirstThenTheLowerNumber) {
  const BuiltIndex index =
      index_of_words({"rustam", "rostam", "rustem", "rostem", "рустам", "رستم", "rustan"});
  const Similar found = similar(*index, "rostam");
  EXPECT_TRUE(std::is_sorted(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.cost, a.token) < std::tuple(b.cost, b.token);
  }));
}

TEST(SimilarTokens, WhatStoodInTheAnswerBeforeIsGone) {
  const BuiltIndex index = index_of_words({"rustam"});
  Similar out(7);
  index->similar_tokens(sounds("gulbadan"), false, names::kMaxSimilarityLimit, out);
  EXPECT_TRUE(out.empty());
}

TEST(SimilarTokens, ACutTokenFindsTheLongerOnes) {
  const BuiltIndex index = index_of_words({"abdurashidov", "kamalzada", "rustambekov"});
  EXPECT_TRUE(holds(*index, similar(*index, "kamalz", true), "kamalzada"));
  EXPECT_TRUE(holds(*index, similar(*index, "rustambe", true), "rustambekov"));
  EXPECT_FALSE(holds(*index, similar(*index, "rustambe", false), "kamalzada"));
}

TEST(SimilarTokens, ATokenCutAfterTwoLettersFindsTheLongerOnes) {
  const BuiltIndex index = index_of_words({"kamalzada", "rustambekov"});
  EXPECT_TRUE(holds(*index, similar(*index, "ka", true), "kamalzada"));
  EXPECT_TRUE(holds(*index, similar(*index, "ru", true), "rustambekov"));
}

names::Millinats rarity(const Index& index, std::string_view word) {
  return index.rarity(similar(index, word));
}

TEST(Rarity, CommonTokensAreLessRareThanUniqueOnes) {
  const BuiltIndex index([](IndexBuilder& builder) {
    for (int i = 0; i < 500; ++i) builder.add(person("c", {"Rustam"}));
    builder.add(person("u", {"Gulbadan"}));
  });
  EXPECT_LT(rarity(*index, "rustam"), rarity(*index, "gulbadan"));
}

TEST(Rarity, SpellingsOfOneNameCountTogether) {
  const BuiltIndex index([](IndexBuilder& builder) {
    for (int i = 0; i < 500; ++i) builder.add(person("c", {"Rustam"}));
    builder.add(person("v", {"Рустам"}));
    builder.add(person("u", {"Gulbadan"}));
  });
  EXPECT_LT(rarity(*index, "Рустам") + 2000, rarity(*index, "gulbadan"));
}

// ln((1 + 20,000) / (1 + 0)) = 9.903 for a token like none; ln(20,001 / 2) = 9.210 for the only
// one.
TEST(Rarity, IsTheLogarithmOfTheShareOfNamesOnAListTreatedAsLong) {
  const BuiltIndex index = index_of_words({"rustam"});
  EXPECT_NEAR(index->rarity({}), 9903, 2);
  EXPECT_NEAR(rarity(*index, "rustam"), 9210, 2);
}

TEST(Rarity, IsNeverNegative) {
  const BuiltIndex index([](IndexBuilder& builder) {
    for (int i = 0; i < 30'000; ++i) builder.add(person("c", {"Rustam"}));
  });
  EXPECT_GE(rarity(*index, "rustam"), 0);
  EXPECT_LT(rarity(*index, "rustam"), 600);
}

}  // namespace
}  // namespace darvaza::index
