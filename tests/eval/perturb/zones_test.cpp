#include <gtest/gtest.h>

#include "eval/perturb/vary.h"

namespace darvaza::perturb {
namespace {

TEST(Zones, WriteCapitals) {
  EXPECT_EQ(vary("zone-td3", "Tuğba O'Çelik-Şen"), "TUGBA OCELIK SEN");
  EXPECT_EQ(vary("zone-td3", "Хасан Жуков"), "KHASAN ZHUKOV");
}

// Doc 9303-4 §4.2.3: the field is full, what is beyond it is lost.
TEST(Zones, CutAtTheEndOfTheField) {
  // NILUFARZODA<<ABDURRAHMONKHUJA<MUHAMMADSHARIF has 44 characters: five too many for a passport,
  // fourteen for a card.
  const char* name = "NILUFARZODA, Abdurrahmonkhuja Muhammadsharif";
  EXPECT_EQ(vary("zone-td3-cut", name), "ABDURRAHMONKHUJA MUHAMMADS NILUFARZODA");
  EXPECT_EQ(vary("zone-td1-cut", name), "ABDURRAHMONKHUJA NILUFARZODA");
  EXPECT_EQ(vary("zone-td3-cut", "Nilufar Sangin"), "- short enough for the field");
}

TEST(Zones, LeaveALetterOfTheGivenNames) {
  // 30 places: 27 of the surname, two fillers, one letter.
  EXPECT_EQ(vary("zone-td1", "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF, Nader"),
            "N ABCDEFGHIJKLMNOPQRSTUVWXYZA");
}

TEST(Zones, AreNotMadeOfLettersThatTheyDoNotHave) {
  EXPECT_EQ(vary("zone-td3", "Νικος"), "- letters that zones do not have");
}

}  // namespace
}  // namespace darvaza::perturb
