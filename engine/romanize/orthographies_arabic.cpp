// Arabic names: gazetteers, US lists, libraries, and English, French and German habits.
//
// Letter level. Short vowels are not written, so that plain names give consonants and long vowels only ("mhmd"); where a
// word carries vowel signs they are used. و and ي between consonants are read as the long vowel, which is wrong for aw and
// ay. Facts: Doc 9303-3 Appendix B.3.2 (DIN 31635, ALA-LC), BGN/PCGN 1956, ODNI ICS-630-01 (Arabic, 2015).
#include "romanize/orthography_tables.h"

namespace darvaza::romanize {
namespace {

using text::Script;

constexpr std::u32string_view kStart = U"^";
constexpr std::u32string_view kVowelSigns = U"َُِا";
constexpr std::u32string_view kShortA = U"َاآ";  // before ة: the vowel of -ah is written already

// What all systems for Arabic share: letters that are written alike, and vowel signs.
constexpr SpellingRule kShared[] = {
    {U"ا", U"a"}, {U"أ", U""}, {U"إ", U"i"}, {U"أ", U"a", kStart}, {U"آ", U"a"}, {U"ٱ", U""},
    {U"ب", U"b"}, {U"ت", U"t"}, {U"ث", U"th"}, {U"ج", U"j"}, {U"ح", U"h"}, {U"خ", U"kh"}, {U"د", U"d"}, {U"ذ", U"dh"},
    {U"ر", U"r"}, {U"ز", U"z"}, {U"س", U"s"}, {U"ش", U"sh"}, {U"ص", U"s"}, {U"ض", U"d"}, {U"ط", U"t"}, {U"ظ", U"z"},
    {U"ع", U""}, {U"غ", U"gh"}, {U"ف", U"f"}, {U"ق", U"q"}, {U"ك", U"k"}, {U"ل", U"l"}, {U"م", U"m"}, {U"ن", U"n"},
    {U"ه", U"h"}, {U"ة", U"ah"}, {U"َة", U"ah"}, {U"ى", U"a"}, {U"َى", U"a"}, {U"پ", U"p"}, {U"چ", U"ch"},
    {U"ژ", U"zh"},
    {U"گ", U"g"}, {U"ڤ", U"v"}, {U"ک", U"k"}, {U"ی", U"i"},
    {U"و", U"w"}, {U"و", U"u", kBeforeWaw, kAfterLongVowel}, {U"ي", U"y"}, {U"ي", U"i", kBeforeYeh, kAfterLongVowel},
    {U"َ", U"a"}, {U"ِ", U"i"}, {U"ُ", U"u"}, {U"ْ", U""}, {U"ٰ", U"a"}, {U"ً", U"an"}, {U"ٌ", U"un"},
    {U"ٍ", U"in"},
    {U"َا", U"a"}, {U"ُو", U"u"}, {U"ِي", U"i"}, {U"أَ", U"a"}, {U"أُ", U"u"}, {U"إِ", U"i"}, {U"أُو", U"u"},
    {U"اَ", U"a"},
    {U"اِ", U"i"}, {U"اُ", U"u"}, {U"اِي", U"i"}, {U"اُو", U"u"}, {U"ِيَّ", U"iya"}, {U"ِيّ", U"iy"},
    {U"ء", U""}, {U"ئ", U""}, {U"ؤ", U""},
    // A vowel sign after و or ي makes a consonant of it, as a shadda does.
    {U"ُو", U"uw", U"", kVowelSigns}, {U"ِي", U"iy", U"", kVowelSigns}, {U"ُوّ", U"uw"}, {U"إي", U"i", kStart},
    {U"ة", U"h", kShortA}, {U"ًا", U"an"}, {U"ًى", U"an"}, {U"اً", U"an"}, {U"اللَّه", U"allah"},
};

// BGN/PCGN: marks below, hamza and ayn as quotation marks, the article assimilated.
constexpr SpellingRule kBgn[] = {
    {U"ا", U"ā"}, {U"آ", U"ā"}, {U"ح", U"ḩ"}, {U"ص", U"ş"}, {U"ض", U"ḑ"}, {U"ط", U"ţ"}, {U"ظ", U"z̧"}, {U"ع", U"‘"},
    {U"ء", U"’"}, {U"ئ", U"’"}, {U"ؤ", U"’"}, {U"َا", U"ā"}, {U"ُو", U"ū"}, {U"ِي", U"ī"}, {U"أُو", U"ū"},
    {U"اِي", U"ī"},
    {U"ِيَّ", U"īya"}, {U"ِيّ", U"īy"}, {U"َىٰ", U"á"}, {U"َى", U"á"}, {U"ى", U"á"}, {U"آ", U"’ā", U"رءم"},
    {U"ڨ", U"g"},
    {U"ڴ", U"g"}, {U"ڭ", U"g"},
    {U"و", U"ū", kBeforeWaw, kAfterLongVowel}, {U"ي", U"ī", kBeforeYeh, kAfterLongVowel},
    {U"او", U"ū", kStart}, {U"اي", U"ī", kStart}, {U"ا", U"a", kStart},
    {U"ال", U"al ", kStart}, {U"ال", U"at ", kStart, U"ت"}, {U"ال", U"ath ", kStart, U"ث"},
    {U"ال", U"ad ", kStart, U"د"},
    {U"ال", U"adh ", kStart, U"ذ"}, {U"ال", U"ar ", kStart, U"ر"}, {U"ال", U"az ", kStart, U"ز"},
    {U"ال", U"as ", kStart, U"س"}, {U"ال", U"ash ", kStart, U"ش"}, {U"ال", U"aş ", kStart, U"ص"},
    {U"ال", U"aḑ ", kStart, U"ض"}, {U"ال", U"aţ ", kStart, U"ط"}, {U"ال", U"az̧ ", kStart, U"ظ"},
    {U"ال", U"an ", kStart, U"ن"},
};

constexpr SpellingRule kOdni[] = {
    {U"ع", U"’"}, {U"ئ", U"’"}, {U"ال", U"al ", kStart}, {U"اللَّه", U"allah"}, {U"ُاللَّه", U"allah"}, {U"َى", U"á"},
};

constexpr SpellingRule kAlaLc[] = {
    {U"ا", U"ā"}, {U"آ", U"ā", kStart}, {U"آ", U"’ā"}, {U"ح", U"ḥ"}, {U"ص", U"ṣ"}, {U"ض", U"ḍ"}, {U"ط", U"ṭ"},
    {U"ظ", U"ẓ"}, {U"ع", U"‘"}, {U"ء", U"’"}, {U"ئ", U"’"}, {U"ؤ", U"’"}, {U"َا", U"ā"}, {U"ُو", U"ū"}, {U"ِي", U"ī"},
    {U"أُو", U"ū"}, {U"ِيَّ", U"īya"}, {U"َى", U"á"}, {U"ى", U"á"}, {U"ال", U"al-", kStart},
    {U"و", U"ū", kBeforeWaw, kAfterLongVowel}, {U"ي", U"ī", kBeforeYeh, kAfterLongVowel}, {U"ا", U"a", kStart},
    {U"آ", U"ā", U"ل"}, {U"أ", U"’"}, {U"أ", U"a", kStart}, {U"أَ", U"’a"}, {U"أَ", U"a", U"^ل"}, {U"إي", U"ī", U"^ل"},
    {U"ُوّ", U"ūw"}, {U"ِيّ", U"ī", U"", U"$"}, {U"اللَّه", U"allāh"},
};

constexpr SpellingRule kDin[] = {
    {U"ا", U"ā"}, {U"آ", U"ʾā"}, {U"ث", U"ṯ"}, {U"ج", U"ǧ"}, {U"ح", U"ḥ"}, {U"خ", U"ḫ"}, {U"ذ", U"ḏ"}, {U"ش", U"š"},
    {U"ص", U"ṣ"}, {U"ض", U"ḍ"}, {U"ط", U"ṭ"}, {U"ظ", U"ẓ"}, {U"ع", U"ʿ"}, {U"غ", U"ġ"}, {U"ء", U"ʾ"}, {U"ئ", U"ʾ"},
    {U"ؤ", U"ʾ"}, {U"ى", U"ā"}, {U"َى", U"ā"}, {U"َا", U"ā"}, {U"ُو", U"ū"}, {U"ِي", U"ī"}, {U"پ", U"p"}, {U"چ", U"č"},
    {U"ژ", U"ž"}, {U"ال", U"al-", kStart}, {U"ا", U"a", kStart},
    {U"و", U"ū", kBeforeWaw, kAfterLongVowel}, {U"ي", U"ī", kBeforeYeh, kAfterLongVowel},
};

constexpr SpellingRule kEnglish[] = {
    {U"و", U"oo", kBeforeWaw, kAfterLongVowel}, {U"ُو", U"oo"}, {U"ي", U"i", kBeforeYeh, U"$"},
    {U"ي", U"ee", kBeforeYeh, kAfterLongVowel}, {U"ِي", U"ee"}, {U"ال", U"al-", kStart},
};

// The habit of the Maghreb and the Levant, seen in French-language passports.
constexpr SpellingRule kFrench[] = {
    {U"ج", U"dj"}, {U"ش", U"ch"}, {U"ق", U"k"}, {U"و", U"ou"}, {U"و", U"ou", kBeforeWaw, kAfterLongVowel},
    {U"ُو", U"ou"},
    {U"ُ", U"ou"}, {U"ال", U"el", kStart}, {U"ة", U"a"}, {U"َة", U"a"}, {U"ة", U"", kShortA}, {U"ث", U"t"},
    {U"ذ", U"d"},
};

constexpr SpellingRule kGerman[] = {
    {U"ج", U"dsch"}, {U"خ", U"ch"}, {U"ش", U"sch"}, {U"ز", U"s"}, {U"ظ", U"s"}, {U"ق", U"k"}, {U"ي", U"j"},
    {U"و", U"w"},
    {U"ال", U"al-", kStart}, {U"ة", U"a"}, {U"َة", U"a"}, {U"ة", U"", kShortA},
};

const Orthography kArabic[] = {
    {"ar-bgn-1956", "Arabic, maps", "BGN/PCGN 1956", Script::arabic, {kBgn, kShared}},
    {"ar-odni-2015", "Arabic, US lists", "ODNI ICS-630-01 (2015)", Script::arabic, {kOdni, kShared}, Doubling::digraph_once},
    {"ar-alalc-1997", "Arabic, libraries", "ALA-LC 1997", Script::arabic, {kAlaLc, kShared}},
    {"ar-din-31635", "Arabic, German scholarship", "DIN 31635; Doc 9303-3 Appendix B.3.2", Script::arabic, {kDin, kShared}},
    {"ar-english", "Arabic, English habit", "habit", Script::arabic, {kEnglish, kShared}, Doubling::digraph_once},
    {"ar-french", "Arabic, French habit", "habit", Script::arabic, {kFrench, kShared}, Doubling::digraph_once},
    {"ar-german", "Arabic, German habit", "habit", Script::arabic, {kGerman, kShared}, Doubling::digraph_once},
};

}  // namespace

std::span<const Orthography> arabic_orthographies() { return kArabic; }

}  // namespace darvaza::romanize
