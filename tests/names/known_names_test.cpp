#include "names/known_names.h"

#include <gtest/gtest.h>

#include <string_view>

#include "names/second_halves.h"
#include "romanize/romanize.h"

namespace darvaza::names {
namespace {

Millinats other_cost(std::u32string_view a, std::u32string_view b) {
  const romanize::Sounds first = sounds_in_one_spelling(a), second = sounds_in_one_spelling(b);
  EXPECT_EQ(other_name_cost(first, second), other_name_cost(second, first));
  return other_name_cost(first, second);
}

TEST(KnownNames, TwoNamesThatDifferByALetterCost) {
  EXPECT_EQ(other_cost(U"karim", U"karam"), kOtherName);
  EXPECT_EQ(other_cost(U"hasan", U"husain"), kOtherName);
  EXPECT_EQ(other_cost(U"marco", U"mario"), kOtherName);
  EXPECT_EQ(other_cost(U"карим", U"karam"), kOtherName);
  EXPECT_EQ(other_cost(U"марат", U"мурат"), kOtherName);
}

TEST(KnownNames, TheFirstHalvesOfNamesOfGodAndTheReligionTellThemApart) {
  EXPECT_EQ(other_cost(U"jamaluddin", U"kamaluddin"), kOtherName);
  EXPECT_EQ(other_cost(U"habibullah", U"hamidullah"), kOtherName);
  EXPECT_EQ(other_cost(U"хабибулла", U"hamidullah"), kOtherName);
  EXPECT_EQ(other_cost(U"jamaluddin", U"djamalidin"), 0);
  EXPECT_EQ(other_cost(U"jamaluddin", U"cemalettin"), 0);
  EXPECT_EQ(other_cost(U"zarbullah", U"hamidullah"), 0) << "nobody is called so";
  EXPECT_EQ(other_cost(U"habibullah", U"hamid"), 0) << "a half against a name";
}

TEST(KnownNames, SpellingsOfOneNameCostNothing) {
  EXPECT_EQ(other_cost(U"karim", U"kareem"), 0);
  EXPECT_EQ(other_cost(U"hussein", U"husain"), 0);
  EXPECT_EQ(other_cost(U"yusuf", U"yousef"), 0);
  EXPECT_EQ(other_cost(U"mohammed", U"muhammad"), 0);
  EXPECT_EQ(other_cost(U"хусейн", U"hossein"), 0);
  EXPECT_EQ(other_cost(U"dmitri", U"dmitry"), 0);
}

TEST(KnownNames, AMisspeltOrUnknownNameCostsNothing) {
  EXPECT_TRUE(known_names(romanize::romanize(U"karjm")).empty());
  EXPECT_EQ(other_cost(U"karjm", U"karam"), 0);
  EXPECT_EQ(other_cost(U"zarbofan", U"karam"), 0);
}

TEST(KnownNames, CustomaryOtherFormsCostNothing) {
  EXPECT_EQ(other_cost(U"nikolai", U"mikalai"), 0);
  EXPECT_EQ(other_cost(U"ivanov", U"ivanova"), 0);
}

TEST(KnownNames, AGlideTellsNoNamesApart) {
  EXPECT_EQ(other_cost(U"nair", U"nayar"), 0);
  EXPECT_EQ(other_cost(U"marina", U"maria"), kOtherName);
}

TEST(KnownNames, WhereVowelsAreNotWrittenOnlyConsonantsTellNamesApart) {
  EXPECT_EQ(other_cost(U"karim", U"کرم"), 0);
  EXPECT_EQ(other_cost(U"hamid", U"حامد"), 0);
  EXPECT_EQ(other_cost(U"kamel", U"كمال"), 0);
  EXPECT_EQ(other_cost(U"amin", U"امیر"), kOtherName);
  EXPECT_EQ(other_cost(U"سلیم", U"حلیم"), kOtherName);
}

TEST(KnownNames, LongVowelsAreWrittenAndTellNamesApart) {
  EXPECT_EQ(other_cost(U"hassan", U"حسین"), kOtherName);
  EXPECT_EQ(other_cost(U"hossein", U"حسن"), kOtherName);
  EXPECT_EQ(other_cost(U"хасан", U"حسین"), kOtherName);
  EXPECT_EQ(other_cost(U"jamil", U"جمال"), kOtherName);
  EXPECT_EQ(other_cost(U"كريم", U"كرم"), kOtherName);
  EXPECT_EQ(other_cost(U"رحمان", U"رحمن"), 0) << "an alef may be left out";
}

}  // namespace
}  // namespace darvaza::names
