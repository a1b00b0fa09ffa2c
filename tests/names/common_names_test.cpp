#include "names/common_names.h"

#include <gtest/gtest.h>

#include "names/rarity.h"
#include "romanize/romanize.h"

namespace darvaza::names {
namespace {

Millinats rarity(std::u32string_view word) { return common_rarity(romanize::romanize(word)); }

TEST(CommonNames, ACommonNameSaysLessThanItsLengthWould) {
  for (std::u32string_view word : {U"christopher", U"rodriguez", U"ivanov", U"zhang"}) {
    EXPECT_LT(rarity(word), most_rarity(romanize::romanize(word)));
  }
}

TEST(CommonNames, AreCommonInEveryScriptAndSpelling) {
  EXPECT_LT(rarity(U"кристофер"), 8000);
  EXPECT_LT(rarity(U"كريستوفر"), 8000);
  EXPECT_LT(rarity(U"mohamed"), 6000);
}

TEST(CommonNames, ACommonerNameIsLessRare) { EXPECT_LT(rarity(U"john"), rarity(U"vincent")); }

TEST(CommonNames, AnUnknownNameIsUncommon) { EXPECT_EQ(rarity(U"dzhumaguldurdyev"), kUncommon); }

}  // namespace
}  // namespace darvaza::names
