#include <gtest/gtest.h>

#include "romanize/romanize.h"

namespace darvaza::romanize {
namespace {

std::string sounds(std::u32string_view token) { return spelling(romanize_latin(token)); }

TEST(Latin, DigraphsAreOneSound) {
  EXPECT_EQ(sounds(U"sharif"), "sharif");
  EXPECT_EQ(romanize_latin(U"sharif").size(), 5u);
  EXPECT_EQ(romanize_latin(U"khalid").size(), 5u);
  EXPECT_EQ(romanize_latin(U"jafarzhon").size(), 8u);
}

TEST(Latin, EnglishAndFrenchVowelDigraphsMeet) {
  EXPECT_EQ(sounds(U"masoud"), sounds(U"masud"));
  EXPECT_EQ(sounds(U"masood"), sounds(U"masud"));
  EXPECT_EQ(sounds(U"nadeem"), sounds(U"nadim"));
}

TEST(Latin, SurnamesOfBelarusAreReadAsRussianOnes) {
  EXPECT_EQ(sounds(U"piatrou"), sounds(U"petrov"));
  EXPECT_EQ(sounds(U"kavaliova"), sounds(U"kovaleva"));
  EXPECT_EQ(sounds(U"ioannou"), "ioanu") << "Greek";
  EXPECT_EQ(sounds(U"abdou"), "abdu") << "West African";
}

TEST(Latin, UzbekApostropheLettersWithEveryMark) {
  for (const auto* spelling_of : {U"oʻgʻli", U"o'g'li", U"o‘g‘li", U"o`g`li"}) {
    EXPECT_EQ(sounds(spelling_of), "oghli");
  }
}

TEST(Latin, DiacriticsSayWhichSoundIsMeant) {
  EXPECT_EQ(sounds(U"şahin"), "shahin");
  EXPECT_EQ(sounds(U"çingiz"), "chingiz");
  EXPECT_EQ(sounds(U"jumagulyýew")[0], 'j');
  EXPECT_EQ(sounds(U"əli"), "eli");
  EXPECT_EQ(sounds(U"yıldız"), "yıldız");
}

/// Scholars' macrons, McCune and Reischauer's breves, Pinyin's tones.
TEST(Latin, YIsAConsonantBeforeEveryMarkedVowel) {
  EXPECT_EQ(sounds(U"yūsuf"), sounds(U"yusuf"));
  EXPECT_EQ(sounds(U"yāsir"), sounds(U"yasir"));
  EXPECT_EQ(sounds(U"yŏnghŭi"), sounds(U"yonghui"));
  EXPECT_EQ(sounds(U"yǒng"), sounds(U"yong"));
}

TEST(Latin, YBehindAMarkedVowelIsAConsonant) {
  EXPECT_EQ(sounds(U"nadirbəy"), sounds(U"nadirbey"));
  EXPECT_EQ(sounds(U"seyitköy"), sounds(U"seyitkoy"));
}

TEST(Latin, TheKazakhAlphabetOf2018) {
  EXPECT_EQ(sounds(U"jolaıuly"), sounds(U"jolayuly"));
  EXPECT_EQ(sounds(U"nurıan"), sounds(U"nuryan"));
  EXPECT_EQ(sounds(U"dáýren"), sounds(U"dawren"));
  EXPECT_EQ(sounds(U"ýálıhan"), sounds(U"walıhan"));
  EXPECT_EQ(sounds(U"baýram"), sounds(U"bayram")) << "Turkmen";
  EXPECT_EQ(sounds(U"yıldız"), "yıldız") << "Turkish";
}

TEST(Latin, AmbiguousLettersKeepSoundsOfTheirOwn) {
  EXPECT_EQ(romanize_latin(U"cafer")[0], Sound::c_any);
  EXPECT_EQ(romanize_latin(U"jamal")[0], Sound::j_any);
  EXPECT_EQ(romanize_latin(U"xasan")[0], Sound::x_any);
  EXPECT_EQ(romanize_latin(U"walid")[0], Sound::w_any);
}

TEST(Latin, LettersThatMeetAtAnEndingAreNoDigraph) {
  EXPECT_EQ(romanize_latin(U"saidzoda").size(), 8u);
  EXPECT_EQ(sounds(U"abbaszade"), "abaszade");
  EXPECT_EQ(romanize_latin(U"nematzadeh")[4], Sound::t);
  EXPECT_EQ(romanize_latin(U"dzadzamia")[0], Sound::dz) << "a Georgian name that begins so";
  EXPECT_EQ(romanize_latin(U"szadkowski")[0], Sound::sh) << "a Polish one";
}

TEST(Latin, QsOfKazakhWordsIsReadAsKs) {
  EXPECT_EQ(romanize_latin(U"baqsybai"), romanize_latin(U"baksybai"));
  EXPECT_EQ(romanize_latin(U"maqsud")[2], Sound::q) << "an Arabic name, whose letters are q and s";
}

TEST(Latin, TheBuxOfSouthAsiaIsBakhsh) {
  EXPECT_EQ(romanize_latin(U"khudabux"), romanize_latin(U"khudabukhsh"));
  EXPECT_EQ(romanize_latin(U"buxoriy")[2], Sound::x_any) << "of Bukhara";
}

TEST(Latin, TheGkOfGreeceIsNoneAfterAConsonant) {
  EXPECT_EQ(sounds(U"gkikas"), "gikas");
  EXPECT_EQ(sounds(U"agkelos"), "agelos");
  EXPECT_EQ(sounds(U"jungkook"), "jungkuk");
  EXPECT_EQ(sounds(U"bergkamp"), "bergkamp");
  EXPECT_EQ(sounds(U"sangkhom"), "sangkhom");
}

TEST(Latin, DoublingIsIgnored) { EXPECT_EQ(sounds(U"hassan"), sounds(U"hasan")); }

}  // namespace
}  // namespace darvaza::romanize
