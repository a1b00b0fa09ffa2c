// Which postings are worth a look: vector and plain loop select the same, and what that is.
#include "index/posting_filter.h"

#include <algorithm>
#include <array>
#include <random>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::index {
namespace {

using Places = std::vector<std::uint32_t>;

/// A list, as an index holds it.
struct Postings {
  std::vector<Posting> all;
  mutable std::vector<std::uint32_t> words;

  void add(std::uint32_t other, std::uint8_t classes, std::uint32_t name, StateNumber state = 1, YearCode year = 1, DayCode day = 1) {
    all.push_back({{other | std::uint32_t{classes} << 24}, {name}, state, year, day});
  }
  PostingList list() const {
    words.clear();
    append_block(all, words);
    words.resize(words.size() + PostingList::kWordsBehind);
    words.shrink_to_fit();  // so that whoever reads farther is seen
    return {words.data(), static_cast<std::uint32_t>(all.size())};
  }
};

/// Lists cut out of one another's row, at [begin, end) each; in a block of their own they end where they end.
struct Lists {
  std::vector<Postings> blocks;
  std::vector<PostingFilter> filters;

  void add(const Postings& row, std::size_t begin, std::size_t end, const PostingFilter& filter) {
    blocks.push_back({{row.all.begin() + static_cast<std::ptrdiff_t>(begin), row.all.begin() + static_cast<std::ptrdiff_t>(end)}, {}});
    filters.push_back(filter);
  }
  std::vector<FilteredList> filtered() const {
    std::vector<FilteredList> lists;
    for (std::size_t i = 0; i < blocks.size(); ++i) lists.push_back({blocks[i].list(), filters[i]});
    return lists;
  }
};

Places select(const Postings& postings, const PostingFilter& filter, std::size_t begin, std::size_t end) {
  Places places;
  select_postings(postings.list(), begin, end, filter, places);
  return places;
}
Places select(const Postings& postings, const PostingFilter& filter) { return select(postings, filter, 0, postings.all.size()); }

TEST(PostingFilter, WhatIsAskedForOrStandsForAnyTokenPasses) {
  Postings postings;
  for (const std::uint32_t other : {7u, 8u, OtherToken::kAlone, OtherToken::kMany, 9u}) postings.add(other, 0, other);
  AskedTokens asked;
  asked.add(8);
  PostingFilter filter;
  filter.asked = &asked;
  EXPECT_EQ(select(postings, filter), (Places{1, 2, 3}));
  EXPECT_EQ(select(postings, filter, 2, 5), (Places{2, 3}));
  filter.any_token = true;
  EXPECT_EQ(select(postings, filter), (Places{0, 1, 2, 3, 4}));
}

TEST(PostingFilter, IrregularNamesPassWhereThatIsAsked) {
  Postings postings;
  postings.add(7, 0, 1 | PostedName::kIrregular);
  postings.add(7, 0, 2);
  const AskedTokens asked;
  PostingFilter filter;
  filter.asked = &asked;
  EXPECT_EQ(select(postings, filter), Places{});
  filter.irregular = true;
  EXPECT_EQ(select(postings, filter), Places{0});
}

TEST(PostingFilter, TwoWordsOfOneNameMayStandForAPart) {
  Postings postings;
  postings.add(7, 0b011, 1);
  postings.add(8, 0b001, 1);
  postings.add(7, 0b001, 2);  // of another name than its neighbours
  postings.add(7, 0b100, 3);  // a class that the part lacks
  postings.add(8, 0b001, 3);
  const AskedTokens asked;
  PostingFilter filter;
  filter.asked = &asked;
  filter.split_classes = 0b011;
  EXPECT_EQ(select(postings, filter), Places{0});
}

TEST(PostingFilter, OneAskedCodeIsEnough) {
  Postings postings;
  postings.add(7, 0, 1, 3, 4, 5);
  postings.add(7, 0, 2, 200, 4, 5);
  postings.add(7, 0, 3, 3, 4, 202);
  CodeSet states, days;
  states.add(200);
  days.add(202);
  PostingFilter filter;
  filter.any_token = true;
  filter.states = &states;
  EXPECT_EQ(select(postings, filter), Places{1});
  filter.days = &days;
  EXPECT_EQ(select(postings, filter), (Places{1, 2}));
}

TEST(CodeSet, OfWeightsHoldsThoseThatReachTheLeast) {
  std::array<std::int16_t, 256> weights{};
  for (std::size_t code = 0; code < weights.size(); ++code) weights[code] = static_cast<std::int16_t>(code * 37 % 256);
  const CodeSet some = CodeSet::from(weights, 200), all = CodeSet::all();
  for (std::size_t code = 0; code < weights.size(); ++code) {
    EXPECT_EQ(some.contains(static_cast<std::uint8_t>(code)), weights[code] >= 200) << code;
    EXPECT_TRUE(all.contains(static_cast<std::uint8_t>(code))) << code;
  }
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs(const std::vector<FoundPlace>& found) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> all;
  for (const FoundPlace& one : found) all.emplace_back(one.list, one.place);
  return all;
}

TEST(PostingFilter, PlacesInManyListsAreCountedFromTheBeginningOfEach) {
  Postings postings;
  for (const std::uint32_t other : {7u, 8u, 7u, 8u, 8u}) postings.add(other, 0b001, 1);
  AskedTokens asked;
  asked.add(8);
  PostingFilter usual, any;
  usual.asked = any.asked = &asked;
  any.any_token = true;
  Lists lists;
  lists.add(postings, 0, 2, usual);
  lists.add(postings, 2, 4, any);
  lists.add(postings, 4, 5, usual);
  std::vector<FoundPlace> found;
  select_in_lists(lists.filtered(), found);
  EXPECT_EQ(pairs(found), (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 1}, {1, 0}, {1, 1}, {2, 0}}));
}

/// Lists of all lengths around those of a register, any part of them, any filter.
TEST(PostingFilter, VectorsSelectWhatThePlainLoopSelects) {
  std::mt19937 random(7);
  const auto below = [&](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
  std::size_t selected = 0;
  for (std::size_t round = 0; round < 4000; ++round) {
    Postings postings;
    const std::size_t size = below(round % 8 == 0 ? 200 : 48);
    std::uint32_t name = 0;
    for (std::size_t i = 0; i < size; ++i) {
      name += below(2);
      const std::uint32_t other = below(40) == 0 ? OtherToken::kMany + below(2) : below(60'000);
      postings.add(other, static_cast<std::uint8_t>(1u << below(8)), name | (below(8) == 0 ? PostedName::kIrregular : 0), static_cast<StateNumber>(below(256)),
                   static_cast<YearCode>(below(256)), static_cast<DayCode>(below(256)));
    }
    AskedTokens asked;
    CodeSet codes;
    for (std::size_t i = 0; i < 4000; ++i) asked.add(below(60'000));
    for (std::size_t i = 0; i < below(60); ++i) codes.add(static_cast<std::uint8_t>(below(256)));
    PostingFilter filter;
    filter.asked = &asked;
    filter.any_token = below(4) == 0;
    filter.irregular = below(2) == 0;
    filter.split_classes = below(2) == 0 ? 0 : static_cast<std::uint8_t>(below(256));
    if (below(2) == 0) filter.states = &codes;
    if (below(3) == 0) filter.days = &codes;
    const std::size_t begin = size == 0 ? 0 : below(static_cast<std::uint32_t>(size)), end = begin + below(static_cast<std::uint32_t>(size - begin) + 1);
    Places plainly;
    select_postings_plainly(postings.list(), begin, end, filter, plainly);
    ASSERT_EQ(select(postings, filter, begin, end), plainly) << "round " << round << ", " << size << " postings from " << begin << " to " << end;
    selected += plainly.size();

    filter.states = filter.days = nullptr;
    Lists lists;
    for (std::size_t at = 0; at < size;) {  // cut at random
      const std::size_t last = std::min(size, at + below(12));
      filter.any_token = below(4) == 0;
      lists.add(postings, at, last, filter);
      at = last + below(2);
    }
    std::vector<FoundPlace> found, expected;
    select_in_lists(lists.filtered(), found);
    select_in_lists_plainly(lists.filtered(), expected);
    ASSERT_EQ(pairs(found), pairs(expected)) << "round " << round << ", " << lists.blocks.size() << " lists";
  }
  EXPECT_GT(selected, 1000u) << "or nothing was compared";
}

}  // namespace
}  // namespace darvaza::index
