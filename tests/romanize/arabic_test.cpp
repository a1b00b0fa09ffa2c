#include <gtest/gtest.h>

#include "romanize/romanize.h"

namespace darvaza::romanize {
namespace {

std::string sounds(std::u32string_view token) { return spelling(romanize_arabic(token)); }

struct Letter {
  std::u32string_view letter;
  const char* sounds;
};
/// Names the row in reports.
void PrintTo(const Letter& letter, std::ostream* out) { *out << letter.sounds; }

class ArabicLetter : public testing::TestWithParam<Letter> {};

TEST_P(ArabicLetter, SoundsAsItsAlphabetSays) {
  // Between ب and م, so that no rule for last or neighbouring letters applies.
  const std::u32string token = U"ب" + std::u32string(GetParam().letter) + U"م";
  std::string expected = "b";
  expected += GetParam().sounds;
  expected += "m";
  EXPECT_EQ(sounds(token), expected);
}

INSTANTIATE_TEST_SUITE_P(
    Arabic, ArabicLetter,
    testing::Values(Letter{U"ا", "a"}, Letter{U"ت", "t"}, Letter{U"ث", "th"}, Letter{U"ج", "dj"},
                    Letter{U"ح", "h"}, Letter{U"خ", "kh"}, Letter{U"د", "d"}, Letter{U"ذ", "dh"},
                    Letter{U"ر", "r"}, Letter{U"ز", "z"}, Letter{U"س", "s"}, Letter{U"ش", "sh"},
                    Letter{U"ص", "s"}, Letter{U"ض", "dh"}, Letter{U"ط", "t"}, Letter{U"ظ", "z"},
                    Letter{U"ع", "ʿ"}, Letter{U"غ", "gh"}, Letter{U"ف", "f"}, Letter{U"ق", "q"},
                    Letter{U"ك", "k"}, Letter{U"ل", "l"}, Letter{U"ن", "n"},
                    Letter{U"ه", "h"}, Letter{U"و", "w"}, Letter{U"ي", "y"}, Letter{U"ء", ""},
                    Letter{U"آ", "a"}, Letter{U"أ", "a"}, Letter{U"ؤ", "w"}, Letter{U"ئ", "y"},
                    Letter{U"ّ", ""}, Letter{U"ُ", "u"}, Letter{U"ـ", ""}));

INSTANTIATE_TEST_SUITE_P(
    PersianUrduPashto, ArabicLetter,
    testing::Values(Letter{U"پ", "p"}, Letter{U"چ", "ch"}, Letter{U"ژ", "zh"}, Letter{U"ک", "k"},
                    Letter{U"گ", "g"}, Letter{U"ی", "y"}, Letter{U"ٹ", "t"}, Letter{U"ڈ", "d"},
                    Letter{U"ڑ", "r"}, Letter{U"ں", "n"}, Letter{U"ہ", "h"}, Letter{U"ے", "y"},
                    Letter{U"ټ", "t"}, Letter{U"ډ", "d"}, Letter{U"ړ", "r"}, Letter{U"ښ", "sh"},
                    Letter{U"څ", "ts"}, Letter{U"ځ", "dz"}, Letter{U"ګ", "g"}, Letter{U"ڼ", "n"}));

TEST(Arabic, KeyboardVariantsOfOneLetterMeet) {
  EXPECT_EQ(romanize_arabic(U"كريمي"), romanize_arabic(U"کریمی"));
  EXPECT_EQ(romanize_arabic(U"شاه"), romanize_arabic(U"شاہ"));
}

TEST(Arabic, TheDalOfAStemIsNoPartOfItsEnding) {
  EXPECT_EQ(romanize_arabic(U"احمدزاده")[3], Sound::d);
  EXPECT_EQ(romanize_arabic(U"دزفولی")[0], Sound::dz);
}

TEST(Arabic, LettersWithAnUnwrittenVowelBetweenAreNoDigraph) {
  EXPECT_EQ(spelling(romanize_arabic(U"معتصم")), "mʿtsm");
  EXPECT_EQ(romanize_arabic(U"معتصم").size(), 5u);
  EXPECT_EQ(romanize_arabic(U"قصی").size(), 3u);
}

TEST(Arabic, AConsonantWrittenTwiceSoundsTwice) {
  EXPECT_EQ(spelling(romanize_arabic(U"مدد")), "mdd");
  EXPECT_EQ(spelling(romanize_arabic(U"داوود")), "dawd") << "a doubled vowel letter is one long vowel";
  EXPECT_EQ(spelling(romanize_arabic(U"نصرالله")), "nsralah") << "but God has one l";
}

TEST(Arabic, TheSeatOfAnInitialVowelIsSilent) {
  EXPECT_EQ(spelling(romanize_arabic(U"ئەمەت")), "amat") << "ە is spelled a or e";
  EXPECT_EQ(spelling(romanize_arabic(U"ئاراس")), "aras");
}

TEST(Arabic, LettersOfSindhiAreHeard) {
  EXPECT_EQ(spelling(romanize_arabic(U"ڀٽو")), "bhtw");
  EXPECT_EQ(spelling(romanize_arabic(U"ڏنو")), "dnw");
  EXPECT_EQ(spelling(romanize_arabic(U"ڪلهوڙو")), "klhwrw");
}

TEST(Arabic, AspiratedLettersReadAsTheirLatinDigraphs) {
  EXPECT_EQ(romanize_arabic(U"کھ")[0], Sound::kh);
  EXPECT_EQ(romanize_arabic(U"گھ")[0], Sound::gh);
}

TEST(Arabic, TheAlefThatBeginsAWordIsAnyVowel) {
  for (const auto* word : {U"اقبال", U"اسکندر", U"امید", U"ا"}) EXPECT_EQ(romanize_arabic(word)[0], Sound::a_init);
  EXPECT_EQ(romanize_arabic(U"اقبال")[3], Sound::a) << "inside it is long";
  EXPECT_EQ(spelling(romanize_arabic(U"احمد")), "ahmd") << "and is read as it was";
  EXPECT_TRUE(is_vowel(Sound::a_init));
}

TEST(Arabic, LettersThatSayWhichVowelBeginsAreNotAnyVowel) {
  for (const auto* word : {U"آدم", U"أحمد", U"ایمان", U"ايمان", U"اوزبک", U"الزرفوني", U"ال", U"الله"}) EXPECT_EQ(romanize_arabic(word)[0], Sound::a);
  EXPECT_EQ(romanize_arabic(U"إسلام")[0], Sound::i);
}

TEST(Arabic, IlyasAndIlhamBeginWithAnyVowelAndNoArticle) {
  for (const auto* word : {U"الیاس", U"الياس", U"الیار", U"الهام", U"الہام"}) EXPECT_EQ(romanize_arabic(word)[0], Sound::a_init);
}

TEST(Arabic, FinalHehIsASoundOfItsOwn) {
  EXPECT_EQ(romanize_arabic(U"فاطمه").back(), Sound::h_end);
  EXPECT_EQ(romanize_arabic(U"فاطمة").back(), Sound::h_end);
  EXPECT_EQ(romanize_arabic(U"مهدی")[1], Sound::h);
}

}  // namespace
}  // namespace darvaza::romanize
