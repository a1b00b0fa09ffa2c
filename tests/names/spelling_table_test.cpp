#include "names/spelling_table.h"

#include <gtest/gtest.h>

#include "romanize/romanize.h"

namespace darvaza::names {
namespace {

using romanize::romanize;

const SpellingTable& table() {
  static const SpellingTable spellings({romanize(U"rustam"), romanize(U"jamshid"), romanize(U"rustem")});
  return spellings;
}

std::vector<SpellingTable::Similar> similar(std::u32string_view word, Millinats most = SpellingTable::kNear) {
  std::vector<SpellingTable::Similar> found;
  table().similar(romanize(word), most, found);
  return found;
}

TEST(SpellingTable, FindsEverySpellingWithinTheLimitInTheOrderOfTheTable) {
  const auto found = similar(U"rustam");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].spelling, 0u);
  EXPECT_EQ(found[0].cost, 0);
  EXPECT_EQ(found[1].spelling, 2u);
  EXPECT_EQ(found[1].cost, token_cost(romanize(U"rustam"), romanize(U"rustem"), kTooFar - 1));
}

TEST(SpellingTable, FindsAcrossScripts) {
  const auto found = similar(U"جمشید");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].spelling, 1u);
}

TEST(SpellingTable, LeavesOutWhatCostsMore) {
  EXPECT_EQ(similar(U"rustam", 0).size(), 1u);
  EXPECT_TRUE(similar(U"gulnora").empty());
}

}  // namespace
}  // namespace darvaza::names
