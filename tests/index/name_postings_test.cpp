#include "index/name_postings.h"

#include <algorithm>
#include <map>
#include <random>
#include <span>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

#include "index/index_test_support.h"
#include "names/skeleton.h"

namespace darvaza::index {
namespace {

using names::TokenRole;

std::vector<romanize::Sounds> words() {
  std::vector<romanize::Sounds> tokens;
  for (const char* word : {"ali", "behruz", "gulbadan", "jamshid", "kamal", "nader", "rustam", "zeynab", "temir"}) tokens.push_back(sounds(word));
  return tokens;
}

NameToken token(TokenId id, TokenRole role = TokenRole::name) { return {id | static_cast<std::uint32_t>(role) << 28}; }

struct ListedName {
  std::vector<NameToken> tokens;
  NameFacts facts{};
};

PostingTables tables_of(const std::vector<ListedName>& names, unsigned threads = 1, const std::vector<romanize::Sounds>& tokens = words()) {
  const DictionaryTables dictionary_tables = DictionaryTables::of(tokens);
  const Dictionary dictionary = dictionary_tables.view(tokens);
  PostingBuilder builder(dictionary);
  for (const ListedName& name : names) builder.count(name.tokens);
  builder.begin_adding();
  for (NameId id = 0; id < names.size(); ++id) builder.add(id, names[id].tokens, names[id].facts);
  return builder.finish(threads);
}

/// The postings of a token as (name, other).
std::vector<std::pair<NameId, std::uint32_t>> pairs(const PostingTables& tables, TokenId id) {
  std::vector<std::pair<NameId, std::uint32_t>> out;
  const PostingList list = tables.list(id);
  for (std::size_t at = 0; at < list.size(); ++at) out.emplace_back(list.names()[at].name(), list.others()[at].number());
  return out;
}

using Pairs = std::vector<std::pair<NameId, std::uint32_t>>;

TEST(NamePostings, EveryTokenIsPostedWithEveryOther) {
  const PostingTables tables = tables_of({{{token(0), token(3), token(5)}}, {{token(5), token(0)}}});
  ASSERT_EQ(tables.begin.size(), words().size() + 1);
  EXPECT_EQ(pairs(tables, 0), (Pairs{{0, 3}, {0, 5}, {1, 5}}));
  EXPECT_EQ(pairs(tables, 3), (Pairs{{0, 0}, {0, 5}}));
  EXPECT_EQ(pairs(tables, 5), (Pairs{{0, 0}, {0, 3}, {1, 0}}));
  EXPECT_EQ(pairs(tables, 1), Pairs{});
}

TEST(NamePostings, ATokenByItselfIsAlone) {
  const PostingTables tables = tables_of({{{token(2)}}, {{token(1, TokenRole::title), token(2), token(3, TokenRole::initial), token(4, TokenRole::particle)}}});
  EXPECT_EQ(pairs(tables, 2), (Pairs{{0, OtherToken::kAlone}, {1, OtherToken::kAlone}}));
  for (const TokenId other : {1u, 3u, 4u}) EXPECT_EQ(pairs(tables, other), Pairs{}) << "particles, titles and initials lead nowhere";
}

TEST(NamePostings, ATokenThatIsThereTwiceIsPostedWithItself) {
  const PostingTables tables = tables_of({{{token(2), token(2)}}, {{token(2), token(4), token(2)}}});
  EXPECT_EQ(pairs(tables, 2), (Pairs{{0, 2}, {1, 4}, {1, 2}}));
  EXPECT_EQ(pairs(tables, 4), (Pairs{{1, 2}, {1, 2}}));
  EXPECT_EQ(tables.list(2).names()[0].names(), 2u);
}

TEST(NamePostings, PatronymicsLeadButAreNoNames) {
  const PostingTables tables = tables_of({{{token(0), token(1, TokenRole::patronymic), token(2)}}});
  EXPECT_EQ(pairs(tables, 1), (Pairs{{0, 0}, {0, 2}}));
  EXPECT_EQ(tables.list(1).names()[0].names(), 2u);
}

TEST(NamePostings, NamesOfManyTokensHaveOnePostingAToken) {
  std::vector<NameToken> five, six, seven;
  for (TokenId id = 0; id < 7; ++id) {
    if (id < kMostPaired) five.push_back(token(id));
    if (id < kMostPaired + 1) six.push_back(token(id));
    seven.push_back(token(id));
  }
  seven.push_back(token(8));
  const PostingTables tables = tables_of({{five}, {six}, {seven}});
  EXPECT_EQ(pairs(tables, 0), (Pairs{{0, 1}, {0, 2}, {0, 3}, {0, 4}, {1, OtherToken::kMany}, {2, OtherToken::kMany}}));
  const std::span<const PostedName> posted = tables.list(0).names();
  EXPECT_EQ(posted[0].names(), 5u);
  EXPECT_EQ(posted[4].names(), 6u);
  EXPECT_EQ(posted[5].names(), PostedName::kMostNames) << "eight are told as seven and more";
}

TEST(NamePostings, SayWhichClassesTheOtherTokenCertainlyHas) {
  const PostingTables tables = tables_of({{{token(2), token(6)}}});
  EXPECT_EQ(tables.list(2).others()[0].classes(), names::consonant_classes(words()[6]).certain);
  EXPECT_EQ(tables.list(6).others()[0].classes(), names::consonant_classes(words()[2]).certain);
}

/// The numbers of the postings of a token that are of a reading in which particles or names are joined.
std::vector<bool> joined(const PostingTables& tables, TokenId id) {
  std::vector<bool> out;
  for (const PostedName name : tables.list(id).names()) out.push_back(name.is_joined());
  return out;
}

TEST(NamePostings, AParticleIsAlsoPostedAsPartOfItsWordIfTheDictionaryHoldsThat) {
  const std::vector<romanize::Sounds> tokens = {sounds("al"), sounds("bakr"), sounds("albakr"), sounds("temir")};
  const std::vector<ListedName> names = {{{token(3), token(0, TokenRole::particle), token(1)}}};
  const PostingTables tables = tables_of(names, 1, tokens);
  EXPECT_EQ(pairs(tables, 3), (Pairs{{0, 1}, {0, 2}}));
  EXPECT_EQ(joined(tables, 3), (std::vector<bool>{false, true}));
  EXPECT_EQ(pairs(tables, 2), (Pairs{{0, 3}}));
  EXPECT_EQ(pairs(tables, 0), Pairs{}) << "by itself it leads nowhere";
  const PostingTables unknown = tables_of({{{token(3), token(0, TokenRole::particle), token(2)}}}, 1, tokens);
  EXPECT_EQ(pairs(unknown, 3), (Pairs{{0, 2}})) << "nobody is called alalbakr";
}

TEST(NamePostings, NeighboursAreAlsoPostedAsOneWordIfSomebodyBearsIt) {
  const std::vector<romanize::Sounds> tokens = {sounds("ali"), sounds("reza"), sounds("alireza"), sounds("temir")};
  const PostingTables tables = tables_of({{{token(0), token(1), token(3)}}}, 1, tokens);
  EXPECT_EQ(pairs(tables, 2), (Pairs{{0, 3}}));
  EXPECT_EQ(joined(tables, 2), std::vector<bool>{true});
  EXPECT_EQ(tables.list(2).names()[0].names(), 2u);
}

TEST(NamePostings, SayWhetherANameHasInitials) {
  const PostingTables tables = tables_of({{{token(0), token(1)}}, {{token(0), token(2), token(3, TokenRole::initial)}}});
  const std::span<const PostedName> posted = tables.list(0).names();
  EXPECT_FALSE(posted[0].is_irregular());
  EXPECT_TRUE(posted[1].is_irregular());
  EXPECT_EQ(posted[1].names(), 2u);
  EXPECT_EQ(posted[1].name(), 1u);
}

/// Several thousand lists, so that threads take turns.
std::vector<ListedName> random_names(std::size_t count) {
  std::mt19937 random(51);
  std::vector<ListedName> names(count);
  for (ListedName& name : names) {
    for (std::size_t left = 1 + random() % 7; left > 0; --left) name.tokens.push_back(token(static_cast<TokenId>(random() % 9), static_cast<TokenRole>(random() % 5)));
    name.facts = {static_cast<StateNumber>(random() % 4), {static_cast<YearCode>(random() % 6), static_cast<DayCode>(random())}};
  }
  return names;
}

TEST(NamePostings, AscendByYearThenStateThenName) {
  const auto names = random_names(2000);
  const PostingTables tables = tables_of(names);
  std::size_t repeated = 0;
  for (TokenId id = 0; id + 1 < tables.begin.size(); ++id) {
    const PostingList list = tables.list(id);
    for (std::size_t at = 0; at < list.size(); ++at) {
      const NameFacts& facts = names[list.names()[at].name()].facts;
      EXPECT_EQ(list.years()[at], facts.date.year);
      EXPECT_EQ(list.states()[at], facts.state);
      EXPECT_EQ(list.days()[at], facts.date.day);
      if (at == 0) continue;
      const auto key = [&](std::size_t place) { return std::tuple(list.years()[place], list.states()[place], list.names()[place].name()); };
      EXPECT_LE(key(at - 1), key(at)) << "so that postings of one name stand side by side";
      repeated += key(at - 1) == key(at);
    }
  }
  EXPECT_GT(repeated, 1000u);
}

/// A block is told by where the next one begins: its words must give the number of its postings, whatever is left of the last word.
TEST(NamePostings, ABlockOfAnySizeTellsItsSize) {
  std::mt19937 random(52);
  for (std::uint32_t size = 0; size < 300; ++size) {
    std::vector<Posting> postings(size);
    for (Posting& posting : postings) {
      posting = {{static_cast<std::uint32_t>(random())}, {static_cast<std::uint32_t>(random())}, static_cast<StateNumber>(random()), static_cast<YearCode>(random()), static_cast<DayCode>(random())};
    }
    std::vector<std::uint32_t> words;
    append_block(postings, words);
    ASSERT_EQ(PostingList::size_of(static_cast<std::uint32_t>(words.size())), size);
    words.push_back(0);  // an empty block has no word to point to
    const PostingList list(words.data(), size);
    for (std::size_t at = 0; at < size; ++at) {
      ASSERT_EQ(list.others()[at].packed, postings[at].other.packed);
      ASSERT_EQ(list.names()[at].packed, postings[at].name.packed);
      ASSERT_EQ(list.states()[at], postings[at].state);
      ASSERT_EQ(list.years()[at], postings[at].year);
      ASSERT_EQ(list.days()[at], postings[at].day);
    }
  }
}

TEST(NamePostings, DoNotDependOnThreads) {
  const auto names = random_names(2000);
  const PostingTables one = tables_of(names, 1), three = tables_of(names, 3);
  EXPECT_EQ(one.begin, three.begin);
  EXPECT_EQ(one.words, three.words);
}

}  // namespace
}  // namespace darvaza::index
