// Capitals inside words.
#include "names/inner_capitals.h"

#include <gtest/gtest.h>

namespace darvaza::names {
namespace {

TEST(InnerCapitals, ACapitalBehindSmallLettersBeginsAWord) {
  EXPECT_EQ(apart_at_capitals("AbdulSamad"), "Abdul Samad");
  EXPECT_EQ(apart_at_capitals("Haji TolegenToktasynovich"), "Haji Tolegen Toktasynovich");
  EXPECT_EQ(apart_at_capitals("AliRezaKarimi Nader"), "Ali Reza Karimi Nader");
  EXPECT_EQ(apart_at_capitals("СаидКаримов"), "Саид Каримов");
  EXPECT_EQ(apart_at_capitals("İsmailÖzgür"), "İsmail Özgür");
}

TEST(InnerCapitals, OthersStayWhereTheyAre) {
  for (const char* text : {"", "A", "Nader Rostami", "NADER ROSTAMI", "McDonald", "DeLuca", "AlQahtani", "mOhAmMeD", "KarimOV", "NaderR", "Nader-Reza", "نادر رستمی", "aa1Bb"}) {
    EXPECT_EQ(apart_at_capitals(text), std::nullopt) << text;
  }
}

TEST(InnerCapitals, APalochkaIsNone) {
  for (const char* text : {"МухIаммад АхIмадов", "МухӀаммад АхӀмадов"}) EXPECT_EQ(apart_at_capitals(text), std::nullopt) << text;
  EXPECT_EQ(apart_at_capitals("АминатХIусенова"), "Аминат ХIусенова");
  EXPECT_EQ(apart_at_capitals("AliIbrahim"), "Ali Ibrahim");
}

TEST(InnerCapitals, IllFormedBytesAreLeftAsTheyAre) { EXPECT_EQ(apart_at_capitals("Ali\xffReza KarimNader\xc3"), "Ali\xffReza Karim Nader\xc3"); }

}  // namespace
}  // namespace darvaza::names
