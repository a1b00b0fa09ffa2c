#include <gtest/gtest.h>

#include "eval/perturb/vary.h"

namespace darvaza::perturb {
namespace {

// Expectations from the systems' published tables: щ, ж, ю, х of each.
TEST(Romanisations, WriteRussianNamesAsTheirSystemDoes) {
  EXPECT_EQ(vary("romanise-ru-icao-2014", "Юлия Хащова"), "Iuliia Khashchova");
  EXPECT_EQ(vary("romanise-ru-mvd-1997", "Жанна Юсова"), "Zhanna Yusova");
  EXPECT_EQ(vary("romanise-ru-iso9-1995", "Жанна Хащова"), "Žanna Haŝova");
}

TEST(Romanisations, WriteTheConsonantsOfArabicScript) {
  EXPECT_EQ(vary("romanise-ar-english", "رشيد"), "Rsheed");
  EXPECT_EQ(vary("romanise-fa-odni-2015", "قادر"), "Ghadr");
}

TEST(Romanisations, SayWhyTheyDoNotApply) {
  EXPECT_EQ(vary("romanise-ru-icao-2014", "Nader"), "- another script");
  EXPECT_EQ(vary("romanise-ru-icao-2014", "Надер Nader"), "- another script");
  EXPECT_EQ(vary("romanise-ru-icao-2014", "Құсбек"), "- letters that the system does not have");
  EXPECT_EQ(vary("romanise-tr-english", "Cemil"), "- no letter beyond A to Z");
}

TEST(Romanisations, ReadTurkishNamesThatShowTheirAlphabet) {
  EXPECT_EQ(vary("romanise-tr-passport", "Çağlar Işık"), "Caglar Isik");
}

}  // namespace
}  // namespace darvaza::perturb
