#include "text/normalise.h"

#include <gtest/gtest.h>

#include <string>

namespace darvaza::text {
namespace {

TEST(Normalise, LowersEveryScript) {
  EXPECT_EQ(normalise("DARWAZA").text, U"darwaza");
  EXPECT_EQ(normalise("ДАРВОЗА").text, U"дарвоза");
  EXPECT_EQ(normalise("دروازه").text, U"دروازه");
}

TEST(Normalise, KnowsTheTurkishLetters) {
  EXPECT_EQ(normalise("İSMAİL").text, U"ismail");
  EXPECT_EQ(normalise("Işıl").text, U"işıl");
}

TEST(Normalise, ComposesAndUnfoldsCompatibilityForms) {
  EXPECT_EQ(normalise("e\u0301").text, U"é");
  EXPECT_EQ(normalise("ﻤﺤﻤﺪ").text, U"محمد") << "presentation forms";
  EXPECT_EQ(normalise("ＡＢ").text, U"ab") << "full-width letters";
}

TEST(Normalise, AccentsThatStandAloneAreApostrophes) { EXPECT_EQ(normalise("Bo\u00B4ri\u1FFD").text, U"boʼriʼ"); }

TEST(Normalise, ComposesWhatOnlySmallLettersComposeWith) {
  EXPECT_EQ(normalise("H\u0331asan").text, U"\u1E96asan") << "no capital H with a line below";
  EXPECT_EQ(normalise("\u0130\u0301").text, U"\u00ED") << "a dotted capital I with an acute";
}

TEST(Normalise, TakesOutWhatCannotBeSeenAndSaysSo) {
  const Normalised bidi = normalise("Na\u202Eder");
  EXPECT_EQ(bidi.text, U"nader");
  EXPECT_TRUE(bidi.altered);
  EXPECT_EQ(normalise("احمدی\u200Cنژاد").text, U"احمدینژاد");
  EXPECT_FALSE(normalise("احمدی\u200Cنژاد").altered) << "that is how it is spelt";
  EXPECT_FALSE(normalise("\u0623حمدی\u200Cنژاد ﻤﺤﻤﺪ").altered) << "also where ICU composes";
  EXPECT_EQ(normalise("محمد بـن سلـمان").text, U"محمد بن سلمان") << "kashida is no letter";
  EXPECT_FALSE(normalise("محمد بـن").altered);
  EXPECT_TRUE(normalise("Na\u200Cder").altered);
  EXPECT_TRUE(normalise("\u200Cنادر").altered);
  EXPECT_TRUE(normalise("a\xFFz").altered);
  EXPECT_FALSE(normalise("Nader").altered);
}

TEST(Normalise, NothingOfALigatureIsLeftForTheNextTime) {
  EXPECT_EQ(normalise("ح\uFCF2").text, U"ح\u064E\u0651") << "shadda with fatha, on a kashida";
  EXPECT_FALSE(normalise("ح\uFCF2").altered);
  std::string flood = "a";
  for (std::size_t i = 0; i < kMaxCombiningMarks; ++i) flood += "\u0344";  // two marks in one
  EXPECT_LE(normalise(flood).text.size(), 1 + kMaxCombiningMarks);
}

TEST(Normalise, BoundsLengthAndCombiningMarks) {
  EXPECT_FALSE(normalise(std::string(1024, 'a')).cut);
  const Normalised longer = normalise(std::string(1025, 'a'));
  EXPECT_TRUE(longer.cut);
  EXPECT_EQ(longer.text.size(), 1024u);

  std::string flood = "я";
  for (int i = 0; i < 400; ++i) flood += "\u0301";
  EXPECT_LE(normalise(flood).text.size(), 1 + kMaxCombiningMarks);
}

TEST(Normalise, SurvivesTheLongestLigature) {
  std::string text;
  for (int i = 0; i < 341; ++i) text += "\uFDFA";
  EXPECT_GT(normalise(text).text.size(), 341u);
}

TEST(BaseLetter, DropsDiacritics) {
  EXPECT_EQ(base_letter(U'é'), U'e');
  EXPECT_EQ(base_letter(U'ў'), U'у');
  EXPECT_EQ(base_letter(U'q'), U'q');
}

TEST(ToLatin, ReadsScriptsWithoutATableOfTheirOwn) {
  EXPECT_EQ(to_latin(U"Δαρεῖος"), U"dareios");
  EXPECT_EQ(to_latin(U"დარეჯან"), U"darejan");
}

}  // namespace
}  // namespace darvaza::text
