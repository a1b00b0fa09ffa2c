#include "names/compounds.h"

#include <gtest/gtest.h>

namespace darvaza::names {
namespace {

using Parts = std::vector<std::u32string>;

TEST(Compounds, AbdIsTakenApartHoweverItIsWritten) {
  const Parts expected{U"abd", U"al", U"rahman"};
  EXPECT_EQ(split_compound(U"abdulrahman"), expected);
  EXPECT_EQ(split_compound(U"abdelrahman"), expected);
  EXPECT_EQ(split_compound(U"abdurrahman"), expected);
  EXPECT_EQ(split_compound(U"abdurahman"), expected);
  EXPECT_EQ(split_compound(U"абдуррахман"), (Parts{U"абд", U"ал", U"рахман"}));
  EXPECT_EQ(split_compound(U"عبدالرحمن"), (Parts{U"عبد", U"ال", U"رحمن"}));
  EXPECT_EQ(split_compound(U"abdul"), (Parts{U"abd", U"al"}));
  EXPECT_EQ(split_compound(U"abdur"), (Parts{U"abd", U"al"})) << "Abdur Rahman";
  EXPECT_EQ(split_compound(U"абдус"), (Parts{U"абд", U"ал"})) << "Абдус Самад";
}

TEST(Compounds, TheArabicArticleIsTakenOffItsNoun) {
  EXPECT_EQ(split_compound(U"الرحمن"), (Parts{U"ال", U"رحمن"}));
  EXPECT_EQ(split_compound(U"الله"), Parts{U"الله"});
  EXPECT_EQ(split_compound(U"الما"), Parts{U"الما"}) << "too short to be article and noun";
}

TEST(Compounds, OtherWordsStayWhole) {
  for (const auto* word : {U"abdi", U"abdan", U"abadan", U"rahman", U"абдин", U"علی"}) {
    EXPECT_EQ(split_compound(word), Parts{word});
  }
}

}  // namespace
}  // namespace darvaza::names
