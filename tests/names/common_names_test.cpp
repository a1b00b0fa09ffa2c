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

TEST(CommonNames, AbdSaysLessThanWhatStandsBehindIt) {
  for (std::u32string_view abd : {U"abd", U"абд", U"عبد"}) {
    for (std::u32string_view noun : {U"rahman", U"rahim", U"рахман", U"عزيز"}) EXPECT_LT(rarity(abd), rarity(noun));
  }
}

TEST(CommonNames, TitlesThatAreSurnamesSayWhatACommonSurnameDoes) {
  for (std::u32string_view word : {U"sheikh", U"syed", U"qazi", U"шейх", U"شیخ"}) EXPECT_LT(rarity(word), 5'000);
  EXPECT_GT(rarity(U"emir"), 5'000) << "a given name";
}

TEST(CommonNames, PartsOfCompoundsCount) { EXPECT_LT(rarity(U"abdallah"), 4'500) << "abdullah, abdalla, abdallah"; }

TEST(CommonNames, AnUnknownNameIsUncommon) { EXPECT_EQ(rarity(U"dzhumaguldurdyev"), kUncommon); }

}  // namespace
}  // namespace darvaza::names
