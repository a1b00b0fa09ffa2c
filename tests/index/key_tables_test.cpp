#include "index/key_tables.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <vector>

#include <gtest/gtest.h>

#include "index/index_test_support.h"
#include "names/skeleton.h"

namespace darvaza::index {
namespace {

std::vector<romanize::Sounds> heads() { return {sounds("rustam"), sounds("rostam"), sounds("kamal"), sounds("gulbadan"), sounds("a")}; }

TEST(KeyTable, KeysAscendEachOnceAndEndWithOneMore) {
  const KeyTable table = key_table(heads(), names::skeleton_keys);
  ASSERT_GE(table.keys.size(), 2u);
  EXPECT_EQ(table.keys.front().begin, 0u);
  EXPECT_EQ(table.keys.back().begin, table.groups.size());
  for (std::size_t i = 0; i + 1 < table.keys.size(); ++i) {
    if (i != 0) {
      EXPECT_LT(table.keys[i - 1].key, table.keys[i].key);
    }
    EXPECT_LT(table.keys[i].begin, table.keys[i + 1].begin) << "a key without a group is not written";
  }
}

TEST(KeyTable, GroupsAreFiledUnderAllTheirKeysAndNoOther) {
  const auto all = heads();
  const KeyTable table = key_table(all, names::skeleton_keys);
  std::vector<std::uint32_t> keys, groups;
  KeyScratch scratch;
  for (std::uint32_t asked = 0; asked < all.size(); ++asked) {
    names::skeleton_keys(all[asked], keys);
    table.view().collect(keys, scratch, groups);
    EXPECT_TRUE(std::is_sorted(groups.begin(), groups.end()));
    EXPECT_EQ(std::adjacent_find(groups.begin(), groups.end()), groups.end()) << "each group once";
    for (std::uint32_t group = 0; group < all.size(); ++group) {
      std::vector<std::uint32_t> others;
      names::skeleton_keys(all[group], others);
      const bool shared = std::any_of(others.begin(), others.end(), [&](std::uint32_t key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); });
      EXPECT_EQ(std::find(groups.begin(), groups.end(), group) != groups.end(), shared) << asked << ' ' << group;
    }
  }
}

TEST(KeyTable, KeysThatNobodyHasLeadNowhere) {
  const KeyTable table = key_table(heads(), names::skeleton_keys);
  std::vector<std::uint32_t> unknown;
  for (std::uint32_t key = 0; unknown.size() < 100; ++key) {
    if (std::none_of(table.keys.begin(), table.keys.end() - 1, [&](const KeyRecord& record) { return record.key == key; })) unknown.push_back(key);
  }
  unknown.push_back(~std::uint32_t{0});
  std::vector<std::uint32_t> groups = {1, 2, 3};
  KeyScratch scratch;
  table.view().collect(unknown, scratch, groups);
  EXPECT_TRUE(groups.empty());
}

/// Keys as even as hashes are, a crowd with the same highest bits, and the ends of what a key can be.
TEST(KeyDirectory, EveryKeyStandsWhereItSays) {
  std::mt19937 random(17);
  std::set<std::uint32_t> all = {0, 1, 0x7fff'ffff, 0x8000'0000, ~0u};
  for (int i = 0; i < 5000; ++i) all.insert(static_cast<std::uint32_t>(random()));
  for (std::uint32_t i = 0; i < 500; ++i) all.insert(0x1234'5000 + 3 * i);
  std::vector<KeyRecord> keys;
  for (const std::uint32_t key : all) keys.push_back({key, 0});
  keys.push_back({0, 0});
  const KeyDirectory directory(keys);
  std::size_t widest = 0;
  for (std::size_t i = 0; i + 1 < keys.size(); ++i) {
    EXPECT_LE(directory.begin(keys[i].key), i);
    EXPECT_GT(directory.end(keys[i].key), i);
    widest = std::max(widest, directory.end(keys[i].key) - directory.begin(keys[i].key));
  }
  EXPECT_LT(widest, 600u) << "the crowd and its neighbours, not the table";
}

TEST(KeyTable, OfNothingIsOnlyAnEnd) {
  const KeyTable table = key_table({}, names::skeleton_keys);
  ASSERT_EQ(table.keys.size(), 1u);
  EXPECT_EQ(table.keys[0].begin, 0u);
  std::vector<std::uint32_t> groups = {1};
  KeyScratch scratch;
  const std::uint32_t any = 7;
  table.view().collect({&any, 1}, scratch, groups);
  EXPECT_TRUE(groups.empty());
  groups = {1};
  KeyTable().view().collect({&any, 1}, scratch, groups);
  EXPECT_TRUE(groups.empty());
  groups = {1};
  KeyView().collect({&any, 1}, scratch, groups);
  EXPECT_TRUE(groups.empty());
}

}  // namespace
}  // namespace darvaza::index
