// The other languages in Arabic script: Persian, Dari, Pashto, Urdu, Kurdish, Uyghur, Azerbaijani of Iran.
//
// Letter level, as for Arabic: short vowels only where signs give them. Kurdish and Uyghur write their vowels, so that
// their rows give whole words. No passport table is published for Iran, Afghanistan or Pakistan: the habits stand in.
// Facts: BGN/PCGN, ODNI ICS-630-01, ALA-LC of each language; Uyghur Latin alphabet (ULY, 2008).
#include "romanize/orthography_tables.h"

namespace darvaza::romanize {
namespace {

using text::Script;

constexpr std::u32string_view kStart = U"^";

// Persian values: four letters z, three s, no dh, th or d for ض. Arabic and Persian forms of kaf and yeh are one.
constexpr SpellingRule kShared[] = {
    {U"ا", U"a"}, {U"آ", U"a"}, {U"أ", U"a"}, {U"إ", U"e"}, {U"ب", U"b"}, {U"پ", U"p"}, {U"ت", U"t"}, {U"ث", U"s"},
    {U"ج", U"j"}, {U"چ", U"ch"}, {U"ح", U"h"}, {U"خ", U"kh"}, {U"د", U"d"}, {U"ذ", U"z"}, {U"ر", U"r"}, {U"ز", U"z"},
    {U"ژ", U"zh"}, {U"س", U"s"}, {U"ش", U"sh"}, {U"ص", U"s"}, {U"ض", U"z"}, {U"ط", U"t"}, {U"ظ", U"z"}, {U"ع", U""},
    {U"غ", U"gh"}, {U"ف", U"f"}, {U"ق", U"q"}, {U"ك", U"k"}, {U"ک", U"k"}, {U"گ", U"g"}, {U"ل", U"l"}, {U"م", U"m"},
    {U"ن", U"n"}, {U"ه", U"h"}, {U"ة", U"h"}, {U"ء", U""}, {U"ئ", U""}, {U"ؤ", U""}, {U"ۀ", U"h"},
    {U"و", U"v"}, {U"و", U"u", kBeforeWaw, kAfterLongVowel},
    {U"ي", U"y"}, {U"ي", U"i", kBeforeYeh, kAfterLongVowel}, {U"ی", U"y"}, {U"ی", U"i", kBeforeYeh, kAfterLongVowel},
    {U"ى", U"i", kBeforeYeh, kAfterLongVowel}, {U"ى", U"y"}, {U"ای", U"ay"},
    {U"َ", U"a"}, {U"ِ", U"e"}, {U"ُ", U"o"}, {U"ْ", U""}, {U"َا", U"a"}, {U"ُو", U"u"}, {U"ِي", U"i"}, {U"ِی", U"i"},
    {U"ِ", U"-e", U"", U"$"}, {U"َى", U"a"}, {U"اَ", U"a"}, {U"اِ", U"e"}, {U"اُ", U"o"}, {U"أَ", U"a"}, {U"ُؤ", U"o"},
};

constexpr SpellingRule kFaBgn[] = {
    {U"ا", U"ā"}, {U"آ", U"ā"}, {U"ث", U"s̄"}, {U"ح", U"ḩ"}, {U"ذ", U"z̄"}, {U"ص", U"ş"}, {U"ض", U"ẕ"}, {U"ط", U"ţ"},
    {U"ظ", U"z̧"}, {U"ع", U"‘"}, {U"ء", U"’"}, {U"ئ", U"’"}, {U"ؤ", U"’"}, {U"َا", U"ā"}, {U"ُو", U"ū"}, {U"ِي", U"ī"},
    {U"ِی", U"ī"}, {U"ه", U"eh", kBeforeWaw, U"$"},
    {U"و", U"ū", kBeforeWaw, kAfterLongVowel}, {U"ي", U"ī", kBeforeYeh, kAfterLongVowel},
    {U"ی", U"ī", kBeforeYeh, kAfterLongVowel},
};
constexpr SpellingRule kFaOdni[] = {
    {U"ق", U"gh"}, {U"ة", U"eh"}, {U"ه", U"eh", kBeforeWaw, U"$"}, {U"الله", U"ollah"}, {U"الله", U"allah", kStart},
    {U"الدین", U"oddin"},
    {U"الدين", U"oddin"}, {U"ؤ", U"’"}, {U"ُؤ", U"o’"},
    {U"ايي", U"a’i"}, {U"ایی", U"a’i"}, {U"ائی", U"a’i"},
};
constexpr SpellingRule kFaEnglish[] = {
    {U"ق", U"gh"}, {U"ه", U"eh", kBeforeWaw, U"$"}, {U"ة", U"eh"}, {U"و", U"oo", kBeforeWaw, kAfterLongVowel},
    {U"ی", U"i", kBeforeYeh, U"$"}, {U"ی", U"ee", kBeforeYeh, kAfterLongVowel},
    {U"ي", U"i", kBeforeYeh, U"$"}, {U"ي", U"ee", kBeforeYeh, kAfterLongVowel},
};
constexpr SpellingRule kFaFrench[] = {
    {U"ج", U"dj"}, {U"چ", U"tch"}, {U"ژ", U"j"}, {U"ش", U"ch"}, {U"ق", U"gh"},
    {U"و", U"ou", kBeforeWaw, kAfterLongVowel},
    {U"ه", U"eh", kBeforeWaw, U"$"},
};
constexpr SpellingRule kFaGerman[] = {
    {U"ج", U"dsch"}, {U"چ", U"tsch"}, {U"ژ", U"sch"}, {U"ش", U"sch"}, {U"خ", U"ch"}, {U"ق", U"gh"}, {U"و", U"w"},
    {U"ي", U"j"}, {U"ی", U"j"}, {U"ه", U"eh", kBeforeWaw, U"$"},
};

// Dari keeps w and q, drops apostrophes.
constexpr SpellingRule kPrsOdni[] = {
    {U"و", U"w"}, {U"ة", U"ah"}, {U"ه", U"ah", kBeforeWaw, U"$"}, {U"ايي", U"ai"}, {U"ایی", U"ai"}, {U"ائی", U"ai"},
};
constexpr SpellingRule kPrsBgn[] = {
    {U"و", U"w"}, {U"ِ", U"i"}, {U"ُ", U"u"}, {U"َه", U"ah", U"", U"$"}, {U"ُو", U"ō"}, {U"َو", U"ow"}, {U"َي", U"ay"},
    {U"ټ", U"ṯ"}, {U"ځ", U"dz"}, {U"څ", U"ts"}, {U"ډ", U"ḏ"}, {U"ړ", U"ṟ"}, {U"ږ", U"z͟h"}, {U"ښ", U"s͟h"},
    {U"ڼ", U"ṉ"},
    {U"ې", U"ē"}, {U"ۍ", U"êy"}, {U"ٙ", U"ê"}, {U"أ", U""}, {U"إ", U""}, {U"َى", U"ay"}, {U"ا", U"ā"}, {U"آ", U"ā"},
    {U"ث", U"s̄"}, {U"ح", U"ḩ"}, {U"ذ", U"z̄"}, {U"ص", U"ş"}, {U"ض", U"ẕ"}, {U"ط", U"ţ"}, {U"ظ", U"z̧"}, {U"ع", U"‘"},
    {U"ء", U"’"}, {U"ئ", U"’"}, {U"َا", U"ā"}, {U"ِي", U"ī"}, {U"ِی", U"ī"}, {U"أَ", U"a"}, {U"إِ", U"i"},
    {U"ىٰ", U"á"},
    {U"و", U"ū", kBeforeWaw, kAfterLongVowel}, {U"ي", U"ī", kBeforeYeh, kAfterLongVowel},
    {U"ی", U"ī", kBeforeYeh, kAfterLongVowel},
};
constexpr SpellingRule kPsOdni[] = {
    {U"و", U"w"}, {U"ِ", U"i"}, {U"ُ", U"u"}, {U"ټ", U"t"}, {U"ځ", U"dz"}, {U"څ", U"ts"}, {U"ډ", U"d"}, {U"ړ", U"r"},
    {U"ږ", U"zh"}, {U"ښ", U"sh"}, {U"ڼ", U"n"}, {U"ګ", U"g"}, {U"ې", U"e"}, {U"ې", U"ey", U"", U"$"}, {U"ۍ", U"ey"},
    {U"ؤو", U"u"}, {U"الله", U"ullah"}, {U"اللَّه", U"ullah"}, {U"الدين", U"uddin"}, {U"الدین", U"uddin"},
    {U"الله", U"allah", kStart}, {U"ة", U"a"}, {U"ئ", U"y"}, {U"أ", U"a"}, {U"إ", U"i"},
};

// ODNI Urdu by its text: no hamza or ain, aspiration kept, retroflex unmarked. (The public map of it is letter-by-letter
// junk and was not used.)
constexpr SpellingRule kUrShared[] = {
    {U"و", U"w"}, {U"و", U"u", kBeforeWaw, kAfterLongVowel}, {U"ِ", U"i"}, {U"ُ", U"u"}, {U"ٹ", U"t"}, {U"ڈ", U"d"},
    {U"ڑ", U"r"}, {U"ں", U"n"}, {U"ہ", U"h"}, {U"ھ", U"h"}, {U"چھ", U"chh"}, {U"ے", U"e"}, {U"ۓ", U"e"}, {U"ۂ", U"h"},
    {U"ۃ", U"h"}, {U"ہ", U"ah", kBeforeWaw, U"$"}, {U"إ", U"i"}, {U"الدین", U"uddin"},
};
constexpr SpellingRule kUrEnglish[] = {
    {U"و", U"oo", kBeforeWaw, kAfterLongVowel}, {U"ی", U"i", kBeforeYeh, U"$"},
    {U"ی", U"ee", kBeforeYeh, kAfterLongVowel},
};
constexpr SpellingRule kUrBgn[] = {
    {U"ا", U"ā"}, {U"آ", U"ā"}, {U"أ", U""}, {U"أَ", U"a"}, {U"اَ", U"a"}, {U"ث", U"s̄"}, {U"ح", U"ḩ"}, {U"ذ", U"z̄"},
    {U"ص", U"ş"}, {U"ض", U"ẕ"}, {U"ط", U"ţ"}, {U"ظ", U"z̧"}, {U"ع", U"‘"}, {U"ء", U"’"}, {U"ئ", U"’"}, {U"ؤ", U"’"},
    {U"ٹ", U"ṭ"}, {U"ڈ", U"ḍ"}, {U"ڑ", U"ṛ"}, {U"ں", U"ñ"}, {U"َا", U"ā"}, {U"ُو", U"ū"}, {U"ِي", U"ī"}, {U"ِی", U"ī"},
    {U"َو", U"au"}, {U"ی", U"ī", kBeforeYeh, kAfterLongVowel}, {U"ي", U"ī", kBeforeYeh, kAfterLongVowel},
    {U"و", U"ū", kBeforeWaw, kAfterLongVowel}, {U"َة", U"ah"}, {U"ة", U"ah"}, {U"َہ", U"ah"}, {U"َه", U"ah"},
    {U"َے", U"ai"}, {U"ى", U"á", kBeforeYeh, U"$"},
};

// Kurdish (Sorani letters) in the Latin alphabet of Bedirxan, which BGN/PCGN gives; and the English habit.
constexpr SpellingRule kKuShared[] = {
    {U"ئا", U"a"}, {U"ئە", U"e"}, {U"ە", U"e"}, {U"ه", U"e", U"", U"$"}, {U"ئێ", U"ê"}, {U"ێ", U"ê"}, {U"ئی", U"î"},
    {U"ئي", U"î"},
    {U"ئۆ", U"o"}, {U"ۆ", U"o"}, {U"ئو", U"u"}, {U"وو", U"û"}, {U"ئوو", U"û"}, {U"و", U"w"}, {U"ئ", U""}, {U"ِ", U"i"},
    {U"ي", U"y"}, {U"ي", U"î", kBeforeYeh, kAfterLongVowel}, {U"ی", U"y"}, {U"ی", U"î", kBeforeYeh, kAfterLongVowel},
    {U"ڕ", U"r"}, {U"ڵ", U"l"}, {U"ڤ", U"v"}, {U"ڨ", U"v"}, {U"ھ", U"h"},
};
constexpr SpellingRule kKuBgn[] = {
    {U"ج", U"c"}, {U"چ", U"ç"}, {U"ح", U"ḧ"}, {U"خ", U"x"}, {U"ژ", U"j"}, {U"ش", U"ş"}, {U"ص", U"ṣ"}, {U"ض", U"ḍ"},
    {U"ط", U"ṭ"}, {U"ع", U"‘"}, {U"غ", U"ẍ"}, {U"ڕ", U"ṟ"}, {U"ڵ", U"ł"}, {U"ء", U"’"},
};
constexpr SpellingRule kKuEnglish[] = {
    {U"ێ", U"e"}, {U"ئێ", U"e"}, {U"ئی", U"i"}, {U"ئي", U"i"}, {U"وو", U"oo"}, {U"ئوو", U"oo"},
    {U"ي", U"i", kBeforeYeh, kAfterLongVowel}, {U"ی", U"i", kBeforeYeh, kAfterLongVowel},
};

constexpr SpellingRule kUgUly[] = {
    {U"ئا", U"a"}, {U"ئە", U"e"}, {U"ە", U"e"}, {U"ئې", U"ë"}, {U"ې", U"ë"}, {U"ئى", U"i"}, {U"ى", U"i"}, {U"ئو", U"o"},
    {U"و", U"o"}, {U"ئۆ", U"ö"}, {U"ۆ", U"ö"}, {U"ئۇ", U"u"}, {U"ۇ", U"u"}, {U"ئۈ", U"ü"}, {U"ۈ", U"ü"}, {U"ۋ", U"w"},
    {U"ي", U"y"}, {U"خ", U"x"}, {U"ڭ", U"ng"}, {U"ھ", U"h"}, {U"ئ", U"’"}, {U"ا", U"a"}, {U"ب", U"b"}, {U"پ", U"p"},
    {U"ت", U"t"}, {U"ج", U"j"}, {U"چ", U"ch"}, {U"د", U"d"}, {U"ر", U"r"}, {U"ز", U"z"}, {U"ژ", U"zh"}, {U"س", U"s"},
    {U"ش", U"sh"}, {U"غ", U"gh"}, {U"ف", U"f"}, {U"ق", U"q"}, {U"ك", U"k"}, {U"گ", U"g"}, {U"ل", U"l"}, {U"م", U"m"},
    {U"ن", U"n"},
};

// Azerbaijani of Iran as ALA-LC writes it: the consonants of the Latin alphabet of Azerbaijan.
constexpr SpellingRule kAzArabic[] = {
    {U"ا", U"ā"}, {U"آ", U"ā"}, {U"َا", U"ā"}, {U"ث", U"s̱"}, {U"ج", U"c"}, {U"چ", U"ç"}, {U"ح", U"ḥ"}, {U"خ", U"x"},
    {U"ذ", U"ẕ"},
    {U"ژ", U"j"}, {U"ش", U"ş"}, {U"ص", U"ṣ"}, {U"ض", U"z̤"}, {U"ط", U"ṭ"}, {U"ظ", U"ẓ"}, {U"ع", U"‘"}, {U"غ", U"ğ"},
    {U"ِ", U"i"},
    {U"ُ", U"u"}, {U"ِي", U"ī"}, {U"ُو", U"ū"}, {U"َيْ", U"ey"}, {U"َو", U"aw"}, {U"ِئ", U"e"}, {U"اِئ", U"e", kStart},
    {U"اِي", U"ī", kStart}, {U"اُو", U"o", kStart}, {U"ُاو", U"ū", kStart}, {U"ُاؤ", U"ö", kStart},
    {U"ُأو", U"ü", kStart},
    {U"َا", U"a", kStart}, {U"اَيْ", U"ey", kStart}, {U"اَو", U"aw", kStart}, {U"ِيّ", U"īy"}, {U"َة", U"ah"},
    {U"ة", U"t"}, {U"ئ", U"’"}, {U"ؤ", U"’"}, {U"ي", U"ī", kBeforeYeh, kAfterLongVowel},
    {U"ی", U"ī", kBeforeYeh, kAfterLongVowel}, {U"و", U"ū", kBeforeWaw, kAfterLongVowel},
};

const Orthography kSystems[] = {
    {"fa-bgn-1956", "Persian, maps", "BGN/PCGN 1956; marks as in the Dari table of 2007", Script::arabic, {kFaBgn, kShared}},
    {"fa-odni-2015", "Persian, US lists", "ODNI ICS-630-01 (2015)", Script::arabic, {kFaOdni, kShared}, Doubling::digraph_once},
    {"fa-english", "Persian, English habit of passports", "habit; no published passport table", Script::arabic,
     {kFaEnglish, kShared}, Doubling::digraph_once},
    {"fa-french", "Persian, French habit", "habit", Script::arabic, {kFaFrench, kShared}, Doubling::digraph_once},
    {"fa-german", "Persian, German habit", "habit", Script::arabic, {kFaGerman, kShared}, Doubling::digraph_once},
    {"prs-bgn-2007", "Dari and Pashto, maps", "BGN/PCGN 2007 (Dari), 1968 (Pashto)", Script::arabic, {kPrsBgn, kShared}},
    {"prs-odni-2015", "Dari, US lists", "ODNI ICS-630-01 (2015)", Script::arabic, {kPrsOdni, kShared}, Doubling::digraph_once},
    {"ps-odni-2011", "Pashto, US lists", "ODNI ICS-630-01 (2011)", Script::arabic, {kPsOdni, kShared}, Doubling::digraph_once},
    {"ur-bgn-2007", "Urdu, maps", "BGN/PCGN 2007", Script::arabic, {kUrBgn, kUrShared, kShared}},
    {"ur-odni-2015", "Urdu, US lists", "ODNI ICS-630-01 (2015), text", Script::arabic, {kUrShared, kShared},
     Doubling::digraph_once},
    {"ur-english", "Urdu, English habit of passports", "habit; no published passport table", Script::arabic,
     {kUrEnglish, kUrShared, kShared}, Doubling::digraph_once},
    {"ku-bgn-2007", "Kurdish in the Latin alphabet", "BGN/PCGN 2007", Script::arabic, {kKuBgn, kKuShared, kShared}},
    {"ku-english", "Kurdish, English habit", "habit", Script::arabic, {kKuEnglish, kKuShared, kShared}},
    {"ug-uly-2008", "Uyghur in the Latin alphabet", "Uyghur Latin alphabet (ULY, 2008), from memory: no published table at hand", Script::arabic, {kUgUly}},
    {"az-alalc-1997", "Azerbaijani in Arabic script, libraries", "ALA-LC 1997", Script::arabic, {kAzArabic, kShared}},
};

}  // namespace

std::span<const Orthography> persian_orthographies() { return kSystems; }

}  // namespace darvaza::romanize
