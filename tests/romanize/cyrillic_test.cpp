#include <gtest/gtest.h>

#include "romanize/romanize.h"

namespace darvaza::romanize {
namespace {

std::string sounds(std::u32string_view token) { return spelling(romanize_cyrillic(token)); }

// One row a letter: the alphabets of the region (standards: GOST R 52535.1, BGN/PCGN, ODNI).
struct Letter {
  std::u32string_view letter;
  const char* sounds;
};
/// Names the row in reports.
void PrintTo(const Letter& letter, std::ostream* out) { *out << letter.sounds; }

class CyrillicLetter : public testing::TestWithParam<Letter> {};

TEST_P(CyrillicLetter, SoundsAsItsAlphabetSays) {
  // Between б and м, so that no rule for first, last or neighbouring letters applies.
  const std::u32string token = U"б" + std::u32string(GetParam().letter) + U"м";
  std::string expected = "b";
  expected += GetParam().sounds;
  expected += "m";
  EXPECT_EQ(sounds(token), expected);
}

INSTANTIATE_TEST_SUITE_P(
    Russian, CyrillicLetter,
    testing::Values(Letter{U"а", "a"}, Letter{U"в", "v"}, Letter{U"г", "g"}, Letter{U"д", "d"},
                    Letter{U"е", "e"}, Letter{U"ё", "e"}, Letter{U"ж", "zh"}, Letter{U"з", "z"},
                    Letter{U"и", "i"}, Letter{U"й", "y"}, Letter{U"к", "k"}, Letter{U"л", "l"},
                    Letter{U"н", "n"}, Letter{U"о", "o"}, Letter{U"п", "p"},
                    Letter{U"р", "r"}, Letter{U"с", "s"}, Letter{U"т", "t"}, Letter{U"у", "u"},
                    Letter{U"ф", "f"}, Letter{U"х", "kh"}, Letter{U"ц", "ts"}, Letter{U"ч", "ch"},
                    Letter{U"ш", "sh"}, Letter{U"щ", "shch"}, Letter{U"ы", "ı"}, Letter{U"ь", ""},
                    Letter{U"э", "e"}, Letter{U"ю", "yu"}, Letter{U"я", "ya"}));

INSTANTIATE_TEST_SUITE_P(
    Region, CyrillicLetter,
    testing::Values(Letter{U"ә", "e"}, Letter{U"ғ", "gh"}, Letter{U"қ", "q"}, Letter{U"ң", "n"},
                    Letter{U"ө", "o"}, Letter{U"ұ", "u"}, Letter{U"ү", "u"}, Letter{U"һ", "h"},
                    Letter{U"і", "i"}, Letter{U"ӣ", "i"}, Letter{U"ӯ", "u"}, Letter{U"ҳ", "h"},
                    Letter{U"ҷ", "dj"}, Letter{U"ў", "o"}, Letter{U"ҝ", "g"}, Letter{U"ҹ", "dj"},
                    Letter{U"ј", "y"}, Letter{U"җ", "dj"}, Letter{U"дж", "dj"}));

TEST(Cyrillic, HardSignAfterAVowelIsSilent) {
  EXPECT_EQ(romanize_cyrillic(U"саидҷаъфар"), romanize_cyrillic(U"саидҷафар"));
  EXPECT_EQ(romanize_cyrillic(U"неъматзода"), romanize_cyrillic(U"нематзода"));
  EXPECT_NE(romanize_cyrillic(U"кръстев"), romanize_cyrillic(U"крстев")) << "between consonants it is a Bulgarian vowel";
}

TEST(Cyrillic, TheDOfAStemIsNoPartOfItsEnding) {
  EXPECT_EQ(romanize_cyrillic(U"ахмадзода").size(), 9u);
  EXPECT_EQ(romanize_cyrillic(U"дзадзамия")[0], Sound::dz);
}

TEST(Cyrillic, QsOfKazakhWordsIsReadAsKs) {
  EXPECT_EQ(romanize_cyrillic(U"жақсыбек"), romanize_cyrillic(U"жаксыбек"));
  EXPECT_EQ(romanize_cyrillic(U"мақсуд")[2], Sound::q);
}

TEST(Cyrillic, EndingsAreHeardAsTheyAreSpelledInLatin) {
  EXPECT_EQ(sounds(U"васильевский"), "vasilyevski");
  EXPECT_EQ(sounds(U"белый"), "belı");
}

TEST(Cyrillic, HardSignIsSilentBeforeAVowelAndAVowelOtherwise) {
  EXPECT_EQ(sounds(U"подъячев"), "podyachev");
  EXPECT_EQ(sounds(U"дън"), "dın");
}

}  // namespace
}  // namespace darvaza::romanize
