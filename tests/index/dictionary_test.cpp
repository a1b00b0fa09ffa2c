// The dictionary's order and its search by sound, against comparing a token with every other.
#include "index/dictionary.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "index/index_test_support.h"
#include "names/person_name.h"
#include "names/skeleton.h"
#include "names/token_cost.h"

namespace darvaza::index {
namespace {

using names::Millinats;
using romanize::Sounds;

/// A dictionary of these tokens, each once.
class Words {
 public:
  explicit Words(const std::vector<Sounds>& all, unsigned threads = 1) {
    const std::set<Sounds> distinct(all.begin(), all.end());
    const std::vector<Sounds> unordered(distinct.begin(), distinct.end());
    for (const std::uint32_t number : in_dictionary_order(unordered, threads)) tokens.push_back(unordered[number]);
    tables_ = DictionaryTables::of(tokens);
    dictionary = tables_.view(tokens);
  }
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;

  std::vector<Sounds> tokens;
  Dictionary dictionary;

 private:
  DictionaryTables tables_;
};

std::vector<Sounds> tokens_of(const std::vector<std::string>& texts) {
  std::vector<Sounds> tokens;
  for (const std::string& text : texts) {
    for (const names::Token& token : names::parse_name(text).tokens) tokens.push_back(token.sounds);
  }
  return tokens;
}

/// Made-up words, and a few in three scripts.
std::vector<Sounds> many_tokens() {
  std::vector<Sounds> tokens = tokens_of(made_up_names(500, 21));
  const std::vector<Sounds> scripts = tokens_of({"rustam rostam rustem rustan rstm", "рустам рустем ростам рустан", "رستم رستن روستم", "kamal камал كمال", "a e"});
  tokens.insert(tokens.end(), scripts.begin(), scripts.end());
  return tokens;
}

bool share_a_key(std::vector<std::uint32_t> a, std::vector<std::uint32_t> b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  std::vector<std::uint32_t> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return !both.empty();
}
template <typename KeysOf>
std::vector<std::uint32_t> keys(KeysOf keys_of, const Sounds& token) {
  std::vector<std::uint32_t> out;
  keys_of(token, out);
  return out;
}

std::map<TokenId, Millinats> found(SimilarTokens& search, const Dictionary& dictionary, const Sounds& query, bool cut, Millinats most) {
  std::vector<SimilarToken> out;
  search.find(dictionary, query, cut, most, out);
  EXPECT_TRUE(std::is_sorted(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.key < b.key; }));
  std::map<TokenId, Millinats> costs;
  for (const SimilarToken& token : out) {
    EXPECT_FALSE(token.other_form);
    costs[token.key] = token.cost();
  }
  EXPECT_EQ(costs.size(), out.size()) << "each token once";
  return costs;
}

/// The same by comparing with every token.
std::map<TokenId, Millinats> compared(const Dictionary& dictionary, const Sounds& query, Millinats most) {
  const bool near = most <= SimilarTokens::kSameConsonants;
  const auto asked = near ? keys(names::whole_skeleton_keys, query) : keys(names::skeleton_probes, query);
  std::map<TokenId, Millinats> costs;
  for (TokenId id = 0; id < dictionary.tokens.size(); ++id) {
    const Sounds& token = dictionary.tokens[id];
    const Millinats limit = std::min(most, names::similarity_limit(query, token));
    const Millinats cost = names::token_cost(query, token, limit);
    if (cost <= limit && share_a_key(asked, keys(names::skeleton_keys, token))) costs[id] = cost;
  }
  return costs;
}

TEST(Dictionary, IsInTheOrderOfPatternsThenOfSounds) {
  const Words words(many_tokens());
  for (std::size_t i = 1; i < words.tokens.size(); ++i) {
    const std::string before = names::skeleton_pattern(words.tokens[i - 1]), pattern = names::skeleton_pattern(words.tokens[i]);
    EXPECT_TRUE(before < pattern || (before == pattern && words.tokens[i - 1] < words.tokens[i])) << i;
  }
}

TEST(Dictionary, EveryPatternIsOneGroup) {
  const Words words(many_tokens());
  const auto groups = words.dictionary.groups;
  std::set<std::string> patterns;
  ASSERT_EQ(groups.front(), 0u);
  ASSERT_EQ(groups.back(), words.tokens.size());
  for (std::size_t group = 0; group + 1 < groups.size(); ++group) {
    ASSERT_LT(groups[group], groups[group + 1]) << "no group is empty";
    const std::string pattern = names::skeleton_pattern(words.tokens[groups[group]]);
    EXPECT_TRUE(patterns.insert(pattern).second) << "the pattern of group " << group << " had a group before";
    for (TokenId id = groups[group]; id < groups[group + 1]; ++id) EXPECT_EQ(names::skeleton_pattern(words.tokens[id]), pattern);
  }
  EXPECT_LT(patterns.size(), words.tokens.size()) << "some tokens must share a group";
}

TEST(Dictionary, FindsExactlyTheTokensThatItHolds) {
  const Words words(many_tokens());
  for (TokenId id = 0; id < words.tokens.size(); ++id) EXPECT_EQ(words.dictionary.find(words.tokens[id]), id);
  for (const char* other : {"gulbadan", "qizilbash", "рустамов", "rustama"}) EXPECT_EQ(words.dictionary.find(sounds(other)), std::nullopt) << other;
  EXPECT_EQ(words.dictionary.find(Sounds()), std::nullopt);
}

TEST(Dictionary, OfNothingFindsNothing) {
  const Words words({});
  EXPECT_EQ(words.dictionary.find(sounds("rustam")), std::nullopt);
  SimilarTokens search;
  std::vector<SimilarToken> out(3);
  search.find(words.dictionary, sounds("rustam"), false, names::kMaxSimilarityLimit, out);
  EXPECT_TRUE(out.empty());
  search.find(words.dictionary, sounds("rustam"), true, names::kMaxSimilarityLimit, out);
  EXPECT_TRUE(out.empty());
  EXPECT_EQ(Dictionary().find(sounds("rustam")), std::nullopt);
}

/// Enough tokens that several threads sort them.
TEST(Dictionary, ItsOrderDoesNotDependOnThreads) {
  std::vector<Sounds> tokens;
  for (std::uint32_t i = 0; i < 120'000; ++i) {
    Sounds token;
    for (std::uint32_t rest = i + 1; rest != 0; rest /= 37) token.push_back(static_cast<romanize::Sound>(1 + rest % 37));
    tokens.push_back(token);
  }
  EXPECT_EQ(in_dictionary_order(tokens, 1), in_dictionary_order(tokens, 3));
}

TEST(SimilarTokens, AreThoseThatComparingWithEveryTokenFindsAmongThoseThatShareAKey) {
  const Words words(many_tokens());
  std::vector<Sounds> queries = tokens_of(made_up_names(60, 22));
  const auto known = std::span(words.tokens);
  for (std::size_t i = 0; i < known.size(); i += 17) queries.push_back(known[i]);
  SimilarTokens search;
  std::size_t pairs = 0;
  for (const Sounds& query : queries) {
    for (const Millinats most : {names::kMaxSimilarityLimit, 5000, SimilarTokens::kSameConsonants, 0}) {
      const auto expected = compared(words.dictionary, query, most);
      EXPECT_EQ(found(search, words.dictionary, query, false, most), expected) << romanize::spelling(query) << " within " << most;
      pairs += expected.size();
    }
  }
  EXPECT_GT(pairs, 1000u);
}

TEST(SimilarTokens, OtherSpellingsAndScriptsAreFound) {
  const Words words(many_tokens());
  SimilarTokens search;
  const auto near = found(search, words.dictionary, sounds("rustam"), false, names::kMaxSimilarityLimit);
  EXPECT_EQ(near.at(words.dictionary.find(sounds("rustam")).value()), 0);
  for (const char* word : {"rostam", "rustem", "рустам", "رستم", "rustan"}) EXPECT_TRUE(near.contains(words.dictionary.find(sounds(word)).value())) << word;
  EXPECT_FALSE(near.contains(words.dictionary.find(sounds("kamal")).value()));
}

TEST(SimilarTokens, OfACutTokenAreThoseThatMayContinueIt) {
  const Words words(many_tokens());
  SimilarTokens search;
  std::size_t pairs = 0;
  for (std::size_t i = 0; i < words.tokens.size(); i += 23) {
    for (const std::size_t length : {2u, 4u}) {
      if (words.tokens[i].size() < length) continue;
      Sounds query(words.tokens[i].system());
      for (std::size_t at = 0; at < length; ++at) query.push_back(words.tokens[i][at]);
      std::map<TokenId, Millinats> expected;
      const auto asked = keys(names::longest_prefix_keys, query);
      for (TokenId id = 0; id < words.tokens.size(); ++id) {
        const Millinats limit = names::similarity_limit(query, words.tokens[id]);
        const Millinats cost = names::prefix_cost(query, words.tokens[id], limit);
        if (cost <= limit && share_a_key(asked, keys(names::prefix_keys, words.tokens[id]))) expected[id] = cost;
      }
      EXPECT_EQ(found(search, words.dictionary, query, true, names::kMaxSimilarityLimit), expected) << romanize::spelling(query);
      EXPECT_TRUE(expected.contains(static_cast<TokenId>(i))) << "a token continues its own beginning";
      pairs += expected.size();
    }
  }
  EXPECT_GT(pairs, 500u);
}

TEST(SimilarTokens, WhatStoodInTheAnswerBeforeIsGone) {
  const Words words({sounds("rustam")});
  SimilarTokens search;
  std::vector<SimilarToken> out(7);
  search.find(words.dictionary, sounds("gulbadan"), false, names::kMaxSimilarityLimit, out);
  EXPECT_TRUE(out.empty());
}

}  // namespace
}  // namespace darvaza::index
