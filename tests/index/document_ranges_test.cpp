// Which runs of blanks hold a number: against looking at each of them.
#include "index/document_ranges.h"

#include <algorithm>
#include <random>
#include <set>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::index {
namespace {

TEST(RangeKey, GrowsAsSerialsDo) {
  EXPECT_LT(range_key("AB0000099"), range_key("AB0000100"));
  EXPECT_LT(range_key("AB0000199"), range_key("AB0000200"));
  EXPECT_LT(range_key("AB6999999"), range_key("AB7000000"));
  EXPECT_LT(range_key("AB12"), range_key("AB120"));
}

TEST(RangeKey, ReadsLettersAsTheDigitsThatTheyLookLike) {
  EXPECT_EQ(range_key("AO1"), range_key("A01"));
  EXPECT_EQ(range_key("SZ1"), range_key("521"));
  EXPECT_NE(range_key("A71"), range_key("A21"));
}

TEST(RangeKey, HasTwelveCharacters) {
  EXPECT_EQ(range_key("ABCDEF1234567"), range_key("ABCDEF1234569"));
  EXPECT_NE(range_key("ABCDEF123456"), range_key("ABCDEF123457"));
}

std::multiset<std::uint32_t> around(const std::vector<RangeRecord>& ranges, std::uint64_t key) {
  std::multiset<std::uint32_t> found;
  ranges_around(std::span(ranges), key, [&](std::uint32_t document) { found.insert(document); });
  return found;
}

TEST(RangesAround, AreThoseThatLookingAtEachFinds) {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    std::vector<RangeRecord> ranges;
    for (std::uint32_t i = 0; i < random() % 60; ++i) {
      const std::uint64_t first = random() % 100;
      ranges.push_back({first, first + random() % (round % 2 == 0 ? 5 : 100), 0, 0, i, 0});
    }
    arrange_ranges(ranges);
    for (std::uint64_t key = 0; key < 210; ++key) {
      std::multiset<std::uint32_t> expected;
      for (const RangeRecord& range : ranges) {
        if (range.first <= key && key <= range.last) expected.insert(range.document);
      }
      ASSERT_EQ(around(ranges, key), expected);
    }
  }
}

TEST(RangesAround, NothingIsInNoRanges) { EXPECT_TRUE(around({}, 17).empty()); }

}  // namespace
}  // namespace darvaza::index
