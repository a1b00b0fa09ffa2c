#include "index/token_lookup.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "index/index_test_support.h"
#include "names/common_names.h"
#include "names/equivalent_names.h"
#include "names/rarity.h"
#include "names/token_cost.h"

namespace darvaza::index {
namespace {

TokenLookup look_up(const Index& index, std::string_view word, bool cut = false) {
  TokenLookups lookups(index.dictionary(), index.token_frequencies(), index.name_count());
  TokenLookup out{std::vector<SimilarToken>(3), 77};
  lookups.look_up(sounds(word), cut, out);
  EXPECT_TRUE(std::is_sorted(out.similar.begin(), out.similar.end(), [](const auto& a, const auto& b) { return a.key < b.key; }));
  return out;
}

const SimilarToken* find(const Index& index, const TokenLookup& lookup, std::string_view word) {
  for (const SimilarToken& token : lookup.similar) {
    if (index.token(token.key) == sounds(word)) return &token;
  }
  return nullptr;
}

names::Millinats rarity(const Index& index, std::string_view word) { return look_up(index, word).rarity; }

BuiltIndex index_of_words(std::vector<std::string> words) {
  return BuiltIndex([&](IndexBuilder& builder) {
    for (const std::string& word : words) builder.add(person(word, {word.c_str()}));
  });
}

TEST(TokenLookup, SpellingsComeWithTheirCosts) {
  const BuiltIndex index = index_of_words({"rustam", "rostam", "рустам", "رستم", "kamal"});
  const TokenLookup lookup = look_up(*index, "rustam");
  for (const char* word : {"rustam", "rostam", "рустам", "رستم"}) {
    const SimilarToken* token = find(*index, lookup, word);
    ASSERT_NE(token, nullptr) << word;
    EXPECT_EQ(token->cost(), names::token_cost(sounds("rustam"), sounds(word), names::kMaxSimilarityLimit)) << word;
    EXPECT_FALSE(token->other_form) << word;
  }
  EXPECT_EQ(find(*index, lookup, "kamal"), nullptr);
}

/// More words than there are slots, each asked whole and as a joined one, twice over.
TEST(TokenLookup, WhatIsRememberedIsWhatANewLookUpFinds) {
  const BuiltIndex index = index_of_words(made_up_names(400, 5));
  TokenLookups used(index->dictionary(), index->token_frequencies(), index->name_count());
  const auto same = [](const TokenLookup& a, const TokenLookup& b) {
    return a.rarity == b.rarity && std::equal(a.similar.begin(), a.similar.end(), b.similar.begin(), b.similar.end(), [](const SimilarToken& x, const SimilarToken& y) {
             return x.key == y.key && x.steps == y.steps && x.other_form == y.other_form;
           });
  };
  for (int turn = 0; turn < 2; ++turn) {
    for (TokenId id = 0; id < index->token_count(); ++id) {
      TokenLookups fresh(index->dictionary(), index->token_frequencies(), index->name_count());
      TokenLookup whole, joined, expected_whole, expected_joined;
      used.look_up(index->token(id), false, whole);
      used.look_up_joined(index->token(id), joined);
      used.look_up_joined(index->token(id), joined);
      fresh.look_up(index->token(id), false, expected_whole);
      fresh.look_up_joined(index->token(id), expected_joined);
      ASSERT_TRUE(same(whole, expected_whole)) << id;
      ASSERT_TRUE(same(joined, expected_joined)) << id;
    }
  }
}

TEST(TokenLookup, CustomaryOtherFormsAreAmongTheSimilarTokens) {
  const BuiltIndex index = index_of_words({"michael", "mike", "майк", "robert", "bob", "kamal"});
  const TokenLookup mike = look_up(*index, "mike"), bob = look_up(*index, "bob");
  const SimilarToken* michael = find(*index, mike, "michael");
  ASSERT_NE(michael, nullptr);
  EXPECT_GE(michael->cost(), names::in_steps(names::kOtherForm) - names::kCostStep);
  EXPECT_LE(michael->cost(), names::kOtherForm + 2 * names::kGroupLimit);
  const SimilarToken* robert = find(*index, bob, "robert");
  ASSERT_NE(robert, nullptr);
  EXPECT_TRUE(robert->other_form);
  EXPECT_EQ(find(*index, bob, "kamal"), nullptr);
  EXPECT_EQ(find(*index, bob, "bob")->cost(), 0);
  EXPECT_FALSE(find(*index, bob, "bob")->other_form);
}

/// Yi is another romanisation of Lee and sounds like Ji, which is not.
TEST(TokenLookup, RomanisedFormsLeadOneStepFar) {
  const BuiltIndex index = index_of_words({"yi", "ji", "ri", "chi"});
  const TokenLookup lee = look_up(*index, "lee");
  for (const char* word : {"yi", "ri"}) {
    const SimilarToken* token = find(*index, lee, word);
    ASSERT_NE(token, nullptr) << word;
    EXPECT_TRUE(token->other_form) << word;
    EXPECT_LT(token->cost(), names::kOtherForm) << word;
  }
  for (const char* word : {"ji", "chi"}) {
    const SimilarToken* token = find(*index, lee, word);
    EXPECT_TRUE(token == nullptr || !token->other_form) << word;
  }
}

TEST(TokenLookup, ACutTokenFindsTheLongerOnes) {
  const BuiltIndex index = index_of_words({"abdurashidov", "kamalzada", "rustambekov"});
  EXPECT_NE(find(*index, look_up(*index, "kamalz", true), "kamalzada"), nullptr);
  EXPECT_NE(find(*index, look_up(*index, "rustambe", true), "rustambekov"), nullptr);
  EXPECT_EQ(find(*index, look_up(*index, "rustambe", false), "kamalzada"), nullptr);
  EXPECT_NE(find(*index, look_up(*index, "ka", true), "kamalzada"), nullptr);
  EXPECT_NE(find(*index, look_up(*index, "ru", true), "rustambekov"), nullptr);
}

TEST(TokenLookup, NearOnesArePartOfAllAndWithinTheirLimit) {
  const BuiltIndex index([](IndexBuilder& builder) {
    for (const std::string& text : made_up_names(300, 41)) builder.add(person("r", {text.c_str()}));
  });
  TokenLookups lookups(index->dictionary(), index->token_frequencies(), index->name_count());
  TokenLookup near, all;
  for (TokenId id = 0; id < index->token_count(); id += 7) {
    lookups.look_up_near(index->token(id), near);
    lookups.look_up(index->token(id), false, all);
    EXPECT_FALSE(near.similar.empty());
    for (const SimilarToken& token : near.similar) {
      EXPECT_LE(token.cost(), SimilarTokens::kSameConsonants);
      const bool known = std::any_of(all.similar.begin(), all.similar.end(), [&](const auto& other) { return other.key == token.key && other.cost() <= token.cost(); });
      EXPECT_TRUE(known);
    }
  }
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

/// 2,000 of 22,000 names are Robert: a Bob is no rarer than what exp(-cost) of them makes him.
TEST(Rarity, OtherFormsCountToo) {
  const BuiltIndex with([](IndexBuilder& builder) {
    for (int i = 0; i < 2000; ++i) builder.add(person("c", {"Robert"}));
    builder.add(person("b", {"Bob"}));
  });
  const BuiltIndex without([](IndexBuilder& builder) {
    for (int i = 0; i < 2000; ++i) builder.add(person("c", {"Gulbadan"}));
    builder.add(person("b", {"Bob"}));
  });
  EXPECT_LT(rarity(*with, "bob"), rarity(*without, "bob"));
}

// ln((1 + 20,000) / (1 + 0)) = 9.903 for a token like none; ln(20,001 / 2) = 9.210 for the only one. Made-up
// words are not bounded by their length or by the table of common names at these values.
TEST(Rarity, IsTheLogarithmOfTheShareOfNamesOnAListTreatedAsLong) {
  const BuiltIndex index = index_of_words({"dzhumaguldurdyev"});
  const auto most = [](std::string_view word) { return std::min(names::most_rarity(sounds(word)), names::common_rarity(sounds(word))); };
  EXPECT_NEAR(rarity(*index, "qoshqarbekzoda"), std::min(9903, most("qoshqarbekzoda")), 2);
  EXPECT_NEAR(rarity(*index, "dzhumaguldurdyev"), std::min(9210, most("dzhumaguldurdyev")), 2);
  EXPECT_GT(most("dzhumaguldurdyev"), 9210) << "or the line above would not test what it says";
}

TEST(Rarity, IsBoundedByLengthAndByTheTableOfCommonNames) {
  const BuiltIndex index = index_of_words({"gulbadan"});
  for (const char* word : {"ali", "muhammad", "john", "ba"}) {
    EXPECT_LE(rarity(*index, word), names::most_rarity(sounds(word))) << word;
    EXPECT_LE(rarity(*index, word), names::common_rarity(sounds(word))) << word;
  }
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
