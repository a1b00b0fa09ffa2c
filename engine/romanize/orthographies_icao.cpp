// Doc 9303-3 section 6: what a machine-readable zone makes of Latin letters with diacritics (6.A), Cyrillic (6.B) and
// Arabic letters (6.C), and the way back for Arabic (Appendix B.6).
#include <algorithm>

#include "romanize/orthography_tables.h"

namespace darvaza::romanize {
namespace {

using text::Script;

// 6.A without the multi-letter choices; ə has no row, and zones show A.
constexpr SpellingRule kLatin[] = {
    {U"a", U"a"}, {U"b", U"b"}, {U"c", U"c"}, {U"d", U"d"}, {U"e", U"e"}, {U"f", U"f"}, {U"g", U"g"}, {U"h", U"h"},
    {U"i", U"i"}, {U"j", U"j"}, {U"k", U"k"}, {U"l", U"l"}, {U"m", U"m"}, {U"n", U"n"}, {U"o", U"o"}, {U"p", U"p"},
    {U"q", U"q"}, {U"r", U"r"}, {U"s", U"s"}, {U"t", U"t"}, {U"u", U"u"}, {U"v", U"v"}, {U"w", U"w"}, {U"x", U"x"},
    {U"y", U"y"}, {U"z", U"z"}, {U"ə", U"a"}, {U"â", U"a"}, {U"ä", U"a"}, {U"ç", U"c"}, {U"ğ", U"g"}, {U"ı", U"i"},
    {U"î", U"i"},
    {U"ň", U"n"}, {U"ñ", U"n"}, {U"ö", U"o"}, {U"ş", U"s"}, {U"û", U"u"}, {U"ü", U"u"},
    {U"ý", U"y"}, {U"ž", U"z"},
};

// The other choice that 6.A leaves to the State.
constexpr SpellingRule kLatinTwoLetters[] = {{U"ä", U"ae"}, {U"ö", U"oe"}, {U"ü", U"ue"}};

// 6.B. The soft sign has no row and is not written.
constexpr SpellingRule kCyrillic[] = {
    {U"ё", U"e"}, {U"й", U"i"}, {U"ъ", U"ie"}, {U"ь", U""}, {U"ю", U"iu"}, {U"я", U"ia"},
};

// 6.B beyond Russian. The table gives C for U+04BA, which belongs to Serbian ћ; for Kazakh һ it would be wrong.
constexpr SpellingRule kOtherCyrillic[] = {
    {U"ђ", U"d"}, {U"є", U"ie"}, {U"ѕ", U"dz"}, {U"і", U"i"}, {U"ї", U"i"}, {U"ј", U"j"}, {U"љ", U"lj"}, {U"њ", U"nj"},
    {U"ќ", U"k"}, {U"ў", U"u"}, {U"џ", U"dz"}, {U"ѫ", U"u"}, {U"ѵ", U"y"}, {U"ґ", U"g"}, {U"ғ", U"g"}, {U"ћ", U"c"},
};

// 6.C. The order of rows with the same code says which letter arabic_from_icao() takes. V for ڤ and XF for ڥ are from
// Appendix B. Vowel signs and sukun are not encoded, nor is tatweel, which normalised text has none of; a shadda repeats the code (Doubling::whole).
constexpr SpellingRule kArabic[] = {
    {U"ء", U"xe"}, {U"آ", U"xaa"}, {U"أ", U"xae"}, {U"ؤ", U"u"}, {U"إ", U"i"}, {U"ئ", U"xi"}, {U"ا", U"a"},
    {U"ب", U"b"}, {U"ة", U"xta"}, {U"ة", U"xah", U"", U"$"}, {U"ت", U"t"}, {U"ث", U"xth"}, {U"ج", U"j"}, {U"ح", U"xh"},
    {U"خ", U"xkh"}, {U"د", U"d"}, {U"ذ", U"xdh"}, {U"ر", U"r"}, {U"ز", U"z"}, {U"س", U"s"}, {U"ش", U"xsh"},
    {U"ص", U"xss"}, {U"ض", U"xdz"}, {U"ط", U"xtt"}, {U"ظ", U"xzz"}, {U"ع", U"e"}, {U"غ", U"g"}, {U"ف", U"f"},
    {U"ق", U"q"}, {U"ك", U"k"}, {U"ل", U"l"}, {U"م", U"m"}, {U"ن", U"n"}, {U"ه", U"h"}, {U"و", U"w"}, {U"ى", U"xay"},
    {U"ي", U"y"}, {U"ٱ", U"xxa"}, {U"ٹ", U"xxt"}, {U"ټ", U"xrt"}, {U"پ", U"p"}, {U"ځ", U"xke"}, {U"څ", U"xxh"},
    {U"چ", U"xc"}, {U"ڈ", U"xxd"}, {U"ډ", U"xdr"}, {U"ڑ", U"xxr"}, {U"ړ", U"xrr"}, {U"ږ", U"xrx"}, {U"ژ", U"xj"},
    {U"ښ", U"xxs"}, {U"ک", U"xkk"}, {U"ګ", U"xxk"}, {U"ڭ", U"xng"}, {U"گ", U"xgg"}, {U"ں", U"xnn"}, {U"ڼ", U"xxn"},
    {U"ھ", U"xdo"}, {U"ۀ", U"xyh"}, {U"ہ", U"xxg"}, {U"ۂ", U"xge"}, {U"ۃ", U"xtg"}, {U"ی", U"xya"}, {U"ۍ", U"xxy"},
    {U"ې", U"y"}, {U"ے", U"xyb"}, {U"ۓ", U"xbe"}, {U"ڤ", U"v"}, {U"ڥ", U"xf"},
    {U"ً", U""}, {U"ٌ", U""}, {U"ٍ", U""}, {U"َ", U""}, {U"ُ", U""}, {U"ِ", U""}, {U"ْ", U""}, {U"ٰ", U""},
};

const Orthography kSystems[] = {
    {"latn-icao-9303", "Latin letters in machine-readable zones", "Doc 9303-3 section 6.A, one letter for one; ə inferred",
     Script::latin, {kLatin}},
    {"latn-icao-9303-ae", "Latin letters in machine-readable zones, AE OE UE", "Doc 9303-3 section 6.A, the other choice",
     Script::latin, {kLatinTwoLetters, kLatin}},
    {"cyrl-icao-9303", "Cyrillic letters in machine-readable zones", "Doc 9303-3 section 6.B", Script::cyrillic,
     {kCyrillic, kOtherCyrillic, cyrillic_letters()}},
    {"arab-icao-9303", "Arabic letters in machine-readable zones", "Doc 9303-3 section 6.C", Script::arabic, {kArabic}},
};

char32_t lower_ascii(char c) { return static_cast<char32_t>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); }

/// The rule whose code begins `field`. No code begins another one, so that there is at most one, or several letters
/// with the same code, of which the first counts.
const SpellingRule* rule_of_code(std::u32string_view field) {
  const auto found = std::find_if(std::begin(kArabic), std::end(kArabic), [&](const SpellingRule& rule) {
    return !rule.latin.empty() && field.starts_with(rule.latin);
  });
  return found == std::end(kArabic) ? nullptr : &*found;
}

}  // namespace

std::span<const SpellingRule> icao_cyrillic_letters() { return kCyrillic; }
std::span<const SpellingRule> icao_latin_letters() { return kLatin; }
std::span<const Orthography> icao_orthographies() { return kSystems; }

std::optional<std::u32string> arabic_from_icao(std::string_view field) {
  std::u32string code;
  for (const char c : field) code += lower_ascii(c);
  std::u32string out;
  for (std::u32string_view left = code; !left.empty();) {
    const SpellingRule* rule = rule_of_code(left);
    const bool blank = left.front() == U'<' || left.front() == U' ';
    if (rule == nullptr && !blank) return std::nullopt;
    out += blank ? std::u32string_view(U" ") : rule->letters;
    left.remove_prefix(blank ? 1 : rule->latin.size());
  }
  return out;
}

}  // namespace darvaza::romanize
