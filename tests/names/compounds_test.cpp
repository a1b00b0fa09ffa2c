#include "names/compounds.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::names {
namespace {

using Parts = std::vector<std::u32string>;

Parts split(std::u32string_view word) {
  const WordParts parts = split_compound(word);
  return Parts(parts.begin(), parts.end());
}

TEST(Compounds, AbdIsTakenApartHoweverItIsWritten) {
  const Parts expected{U"abd", U"al", U"rahman"};
  EXPECT_EQ(split(U"abdulrahman"), expected);
  EXPECT_EQ(split(U"abdelrahman"), expected);
  EXPECT_EQ(split(U"abdurrahman"), expected);
  EXPECT_EQ(split(U"abdurahman"), expected);
  EXPECT_EQ(split(U"абдуррахман"), (Parts{U"абд", U"ал", U"рахман"}));
  EXPECT_EQ(split(U"عبدالرحمن"), (Parts{U"عبد", U"ال", U"رحمن"}));
  EXPECT_EQ(split(U"abdul"), (Parts{U"abd", U"al"}));
  EXPECT_EQ(split(U"abdur"), (Parts{U"abd", U"al"})) << "Abdur Rahman";
  EXPECT_EQ(split(U"абдус"), (Parts{U"абд", U"ал"})) << "Абдус Самад";
}

TEST(Compounds, TheArabicArticleIsTakenOffItsNoun) {
  EXPECT_EQ(split(U"الرحمن"), (Parts{U"ال", U"رحمن"}));
  EXPECT_EQ(split(U"الله"), Parts{U"الله"});
  EXPECT_EQ(split(U"الما"), Parts{U"الما"}) << "too short to be article and noun";
  EXPECT_EQ(split(U"الیاس"), Parts{U"الیاس"}) << "Ilyas has no article";
  EXPECT_EQ(split(U"الياسين"), (Parts{U"ال", U"ياسين"}));
}

TEST(Compounds, ANameRunTogetherWithAbdIsTakenOff) {
  EXPECT_EQ(split(U"mirabdullah"), (Parts{U"mir", U"abd", U"al", U"lah"}));
  EXPECT_EQ(split(U"aminaabdurrahman"), (Parts{U"amina", U"abd", U"al", U"rahman"}));
  EXPECT_EQ(split(U"шоабдурахим"), (Parts{U"шо", U"абд", U"ал", U"рахим"}));
  EXPECT_EQ(split(U"سیدعبدالله"), (Parts{U"سید", U"عبد", U"ال", U"له"}));
}

TEST(Compounds, OtherWordsStayWhole) {
  for (const auto* word : {U"ghabdullah", U"shihabdeen", U"jainulabdeen", U"benabdi", U"پورعبدی", U"abdi", U"abdan", U"abadan", U"rahman", U"абдин", U"علی"}) {
    EXPECT_EQ(split(word), Parts{word});
  }
}

}  // namespace
}  // namespace darvaza::names
