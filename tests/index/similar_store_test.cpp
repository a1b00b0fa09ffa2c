#include "index/similar_store.h"

#include <algorithm>
#include <random>
#include <set>
#include <vector>

#include <gtest/gtest.h>

#include "index/index_test_support.h"
#include "names/person_name.h"

namespace darvaza::index {
namespace {

using Similar = std::vector<SimilarToken>;

bool same(const Similar& a, const Similar& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& x, const auto& y) { return x.key == y.key && x.steps == y.steps && x.other_form == y.other_form; });
}

Similar encoded_and_decoded(const Similar& similar, std::uint32_t token_count = ~std::uint32_t{0}) {
  std::vector<std::uint8_t> bytes;
  encode_similar(similar, bytes);
  Similar out(5);
  decode_similar(bytes, token_count, out);
  return out;
}

TEST(SimilarStore, WhatIsEncodedComesBack) {
  for (const Similar& similar : {Similar{}, Similar{{0, 0, false}}, Similar{{0, 255, true}, {1, 0, false}, {2, 7, true}},
                                 Similar{{63, 1, false}, {64, 2, false}, {127, 3, false}, {128, 4, true}, {16'777'213, 5, false}},
                                 Similar{{0xffff'fffe, 9, true}}}) {
    EXPECT_TRUE(same(encoded_and_decoded(similar), similar)) << similar.size();
  }
  std::mt19937 random(31);
  for (int round = 0; round < 500; ++round) {
    std::set<std::uint32_t> numbers;
    while (numbers.size() < random() % 40) numbers.insert(static_cast<std::uint32_t>(random() >> random() % 32));
    Similar similar;
    for (const std::uint32_t number : numbers) similar.push_back({number, static_cast<std::uint8_t>(random()), random() % 2 == 0});
    EXPECT_TRUE(same(encoded_and_decoded(similar), similar)) << round;
  }
}

TEST(SimilarStore, NeighboursTakeTwoBytes) {
  std::vector<std::uint8_t> bytes;
  encode_similar(Similar{{5, 0, false}, {6, 9, false}, {69, 200, true}}, bytes);
  EXPECT_EQ(bytes.size(), 6u);
}

TEST(SimilarStore, EncodingAppends) {
  std::vector<std::uint8_t> bytes = {42};
  encode_similar(Similar{{5, 1, false}}, bytes);
  EXPECT_EQ(bytes, (std::vector<std::uint8_t>{42, 10, 1}));
}

/// The bytes stand at the end of memory of their own: a sanitizer sees a read behind them.
TEST(SimilarStore, AnyBytesDecodeToTokensBelowTheCountInOrder) {
  std::mt19937 random(32);
  std::size_t decoded = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::vector<std::uint8_t> bytes(random() % 24);
    for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(random() % 3 == 0 ? 0xff : random());
    bytes.shrink_to_fit();
    const auto count = static_cast<std::uint32_t>(random() >> random() % 32);
    Similar out;
    decode_similar(bytes, count, out);
    decoded += out.size();
    EXPECT_TRUE(std::is_sorted(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.key < b.key; }));
    for (const SimilarToken& token : out) ASSERT_LT(token.key, count);
  }
  EXPECT_GT(decoded, 1000u);
}

TEST(SimilarStore, BytesThatEndEarlyEndTheList) {
  std::vector<std::uint8_t> bytes;
  const Similar similar = {{5, 1, false}, {500, 2, false}, {70'000, 3, true}};
  encode_similar(similar, bytes);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    Similar out;
    decode_similar(std::vector<std::uint8_t>(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size)), 100'000, out);
    ASSERT_LT(out.size(), similar.size());
    EXPECT_TRUE(same(out, Similar(similar.begin(), similar.begin() + static_cast<std::ptrdiff_t>(out.size()))));
  }
  EXPECT_EQ(encoded_and_decoded(similar, 70'000).size(), 2u) << "a token that is not there ends the list";
}

TEST(SimilarStore, DoesNotDependOnThreads) {
  std::set<romanize::Sounds> distinct;
  for (const std::string& text : made_up_names(2500, 33)) {
    for (const names::Token& token : names::parse_name(text).tokens) distinct.insert(token.sounds);
  }
  std::vector<romanize::Sounds> unordered(distinct.begin(), distinct.end()), tokens;
  for (const std::uint32_t number : in_dictionary_order(unordered, 1)) tokens.push_back(unordered[number]);
  ASSERT_GT(tokens.size(), 2048u) << "several runs";
  const DictionaryTables tables = DictionaryTables::of(tokens);
  const std::vector<std::uint32_t> frequencies(tokens.size(), 3);
  const SimilarStore one = store_similar(tables.view(tokens), frequencies, 2500, 1);
  ASSERT_EQ(one.begin.size(), tokens.size() + 1);
  EXPECT_EQ(one.begin.back(), one.bytes.size());
  for (const unsigned threads : {2u, 5u}) {
    std::vector<double> seen;
    const SimilarStore several = store_similar(tables.view(tokens), frequencies, 2500, threads, [&](double share) { seen.push_back(share); });
    EXPECT_EQ(several.begin, one.begin);
    EXPECT_EQ(several.bytes, one.bytes);
    EXPECT_EQ(several.rarities, one.rarities);
    EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  }
}

}  // namespace
}  // namespace darvaza::index
