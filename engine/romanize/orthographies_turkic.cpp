// Azerbaijani, Turkmen, Uzbek, Kazakh, Kyrgyz and Uyghur names written in Cyrillic.
//
// Where no passport table is published the row says what its spelling was inferred from. Facts: BGN/PCGN and ODNI
// ICS-630-01 of each language, the Latin alphabets of the States, airline guidance for CIS letters, MRZ specimens.
#include "romanize/orthography_tables.h"

namespace darvaza::romanize {
namespace {

using text::Script;

// ODNI writes no signs and no diacritics; each language adds its own letters, so that covers() keeps alphabets apart.
constexpr SpellingRule kOdni[] = {{U"ё", U"yo"}, {U"ъ", U""}, {U"ь", U""}};

// Azerbaijani. The Latin alphabet of 1991 writes the Cyrillic one letter for letter; й ц щ э ю я ё ъ ь are Russian.
constexpr SpellingRule kAzLatin[] = {
    {U"г", U"q"}, {U"ғ", U"ğ"}, {U"ә", U"ə"}, {U"ж", U"j"}, {U"ы", U"ı"}, {U"ј", U"y"}, {U"ҝ", U"g"}, {U"ө", U"ö"},
    {U"ү", U"ü"}, {U"х", U"x"}, {U"һ", U"h"}, {U"ч", U"ç"}, {U"ҹ", U"c"}, {U"ш", U"ş"}, {U"й", U"y"}, {U"ц", U"s"},
    {U"щ", U"ş"}, {U"ё", U"yo"}, {U"ъ", U""}, {U"ь", U""},
};

constexpr SpellingRule kAzOdni[] = {
    {U"ғ", U"gh"}, {U"ә", U"a"}, {U"һ", U"h"}, {U"ө", U"o"}, {U"ү", U"u"}, {U"ҝ", U"g"}, {U"ҹ", U"j"}, {U"ј", U"y"},
};

// Turkmen.
constexpr SpellingRule kTkLatin[] = {
    {U"в", U"w"}, {U"е", U"ýe", U"^аеёиоөуүыэәюя"}, {U"ё", U"ýo"}, {U"ж", U"ž"}, {U"җ", U"j"}, {U"й", U"ý"},
    {U"ң", U"ň"}, {U"ө", U"ö"}, {U"ү", U"ü"}, {U"х", U"h"}, {U"ц", U"s"}, {U"ч", U"ç"}, {U"ш", U"ş"}, {U"щ", U"şç"},
    {U"ъ", U""}, {U"ь", U""}, {U"ә", U"ä"}, {U"ю", U"ýu"}, {U"я", U"ýa"},
};
constexpr SpellingRule kTkBgn[] = {
    {U"е", U"ye", U"^аеёийоөуүъыьэәюя"}, {U"ё", U"yo"}, {U"җ", U"j"}, {U"ң", U"ng"}, {U"ө", U"ö"}, {U"ү", U"ü"},
    {U"ъ", U"\""}, {U"ь", U"'"}, {U"ә", U"ä"},
};
constexpr SpellingRule kTkOdni[] = {
    {U"х", U"h"}, {U"ң", U"ng"}, {U"ө", U"o"}, {U"ү", U"u"}, {U"ә", U"a"}, {U"җ", U"j"},
};

// Uzbek. The alphabet of 1995 writes ц as ts between vowels and s elsewhere; е is ye where Russian is.
constexpr SpellingRule kUzLatin[] = {
    {U"е", U"ye", U"^аеёиоуўэюяъ"}, {U"ё", U"yo"}, {U"ж", U"j"}, {U"х", U"x"}, {U"ц", U"s"},
    {U"ц", U"ts", U"аеёиоуўэюя", U"аеёиоуўэюя"}, {U"щ", U"sh"}, {U"ъ", U"ʼ"}, {U"ъе", U"ye"}, {U"ы", U"i"},
    {U"ь", U""}, {U"ў", U"oʻ"}, {U"ғ", U"gʻ"}, {U"қ", U"q"}, {U"ҳ", U"h"},
};
constexpr SpellingRule kUzBgn1979[] = {
    {U"в", U"w"}, {U"е", U"ye", U"^аеёиоуўэюяъь"}, {U"ё", U"yo"}, {U"ў", U"ŭ"}, {U"ғ", U"gh"}, {U"қ", U"q"},
    {U"ҳ", U"h"}, {U"ъ", U"ʼ"}, {U"ь", U"ʼ"},
};
constexpr SpellingRule kUzBgn2000[] = {
    {U"е", U"ye", U"^аеёиоуўэюяйъь"}, {U"ё", U"yo"}, {U"ж", U"j"}, {U"х", U"x"}, {U"ў", U"o‘"}, {U"ғ", U"g‘"},
    {U"қ", U"q"}, {U"ҳ", U"h"}, {U"ъ", U"’"}, {U"ь", U"’"},
};
constexpr SpellingRule kUzOdni[] = {{U"ж", U"j"}, {U"ғ", U"gh"}, {U"қ", U"q"}, {U"ҳ", U"h"}, {U"ў", U"o"}};
// OKTAM or UKTAM, GAYRAT or GAIRAT: the zone is made from the Cyrillic by section 6.B, қ and ҳ by airline guidance.
constexpr SpellingRule kUzInternational[] = {{U"ў", U"u"}, {U"ғ", U"g"}, {U"қ", U"k"}, {U"ҳ", U"kh"}};

// Kazakh.
constexpr SpellingRule kKkBgn[] = {
    {U"ә", U"ä"}, {U"ғ", U"gh"}, {U"ё", U"yo"}, {U"и", U"ī"}, {U"қ", U"q"}, {U"ң", U"ng"}, {U"ө", U"ö"}, {U"у", U"ū"},
    {U"ұ", U"u"}, {U"ү", U"ü"}, {U"һ", U"h"}, {U"і", U"i"}, {U"ъ", U"”"}, {U"ь", U"’"}, {U"э", U"ė"},
};
constexpr SpellingRule kKkPassport[] = {
    {U"ә", U"a"}, {U"ғ", U"g"}, {U"ё", U"yo"}, {U"қ", U"k"}, {U"ң", U"n"}, {U"ө", U"o"}, {U"ұ", U"u"}, {U"ү", U"u"},
    {U"һ", U"kh"}, {U"і", U"i"}, {U"ъ", U""}, {U"ь", U""},
};
constexpr SpellingRule kKkOdni[] = {
    {U"ә", U"a"}, {U"ғ", U"gh"}, {U"қ", U"q"}, {U"ң", U"ng"}, {U"ө", U"o"}, {U"ү", U"u"}, {U"ұ", U"u"}, {U"һ", U"h"},
    {U"і", U"i"},
};
constexpr SpellingRule kKkProposals[] = {
    {U"ж", U"j"}, {U"х", U"h"}, {U"һ", U"h"}, {U"қ", U"q"}, {U"ё", U"io"}, {U"ц", U"ts"}, {U"ъ", U""}, {U"ь", U""},
    {U"ю", U"iu"}, {U"я", U"ia"}, {U"і", U"i"}, {U"ұ", U"u"}, {U"щ", U"şş"},
};
constexpr SpellingRule kKk2017[] = {
    {U"ә", U"a'"}, {U"ғ", U"g'"}, {U"и", U"i'"}, {U"й", U"i'"}, {U"ң", U"n'"}, {U"ө", U"o'"}, {U"ш", U"s'"},
    {U"щ", U"s's'"}, {U"ч", U"c'"}, {U"у", U"y'"}, {U"ү", U"u'"},
};
constexpr SpellingRule kKk2018[] = {
    {U"ә", U"á"}, {U"ғ", U"ǵ"}, {U"и", U"ı"}, {U"й", U"ı"}, {U"ң", U"ń"}, {U"ө", U"ó"}, {U"щ", U"shsh"},
    {U"у", U"ý"}, {U"ү", U"ú"},
};
constexpr SpellingRule kKk2019[] = {
    {U"ә", U"ä"}, {U"ғ", U"ğ"}, {U"и", U"i"}, {U"й", U"i"}, {U"і", U"ı"}, {U"ң", U"ñ"}, {U"ө", U"ö"}, {U"ш", U"ş"},
    {U"ч", U"ç"}, {U"ү", U"ü"},
};
constexpr SpellingRule kKk2021[] = {
    {U"ә", U"ä"}, {U"ғ", U"ğ"}, {U"и", U"i"}, {U"й", U"i"}, {U"і", U"ı"}, {U"ң", U"ñ"}, {U"ө", U"ö"}, {U"ш", U"ş"},
    {U"ұ", U"ū"}, {U"ү", U"ü"},
};

// Kyrgyz.
constexpr SpellingRule kKyBgn[] = {
    {U"ё", U"yo"}, {U"ж", U"j"}, {U"ң", U"ng"}, {U"ө", U"ö"}, {U"ү", U"ü"}, {U"ъ", U"”"}, {U"ь", U"’"},
};
constexpr SpellingRule kKyOdni[] = {{U"ж", U"j"}, {U"ң", U"ng"}, {U"ө", U"o"}, {U"ү", U"u"}};
constexpr SpellingRule kKyPassport[] = {
    {U"ё", U"e"}, {U"ж", U"j"}, {U"ң", U"n"}, {U"ө", U"o"}, {U"ү", U"u"}, {U"ъ", U""}, {U"ь", U""},
};
constexpr SpellingRule kKyIcao[] = {{U"ң", U"n"}, {U"ө", U"o"}, {U"ү", U"u"}};

// Uyghur of Kazakhstan and Kyrgyzstan.
constexpr SpellingRule kUgOdni[] = {
    {U"в", U"w"}, {U"ж", U"j"}, {U"җ", U"zh"}, {U"х", U"x"}, {U"ә", U"e"}, {U"ғ", U"gh"}, {U"қ", U"q"}, {U"ң", U"ng"},
    {U"ө", U"o"}, {U"ү", U"u"}, {U"һ", U"h"},
};

std::span<const SpellingRule> shared() { return cyrillic_letters(); }

const Orthography kTurkic[] = {
    {"az-latin-1991", "Azerbaijani Cyrillic in the Latin alphabet", "Law of 1991; BGN/PCGN 1993", Script::cyrillic,
     {kAzLatin, shared()}},
    {"az-odni-2015", "Azerbaijani Cyrillic, US lists", "ODNI ICS-630-01 (2015)", Script::cyrillic,
     {kAzOdni, kOdni, shared()}, Doubling::digraph_once},
    {"tk-latin-1993", "Turkmen Cyrillic in the Latin alphabet", "Alphabet of 1993/1999; BGN/PCGN 1993", Script::cyrillic,
     {kTkLatin, shared()}},
    {"tk-bgn-1979", "Turkmen Cyrillic, maps", "BGN/PCGN 1979", Script::cyrillic, {kTkBgn, shared()}},
    {"tk-odni-2015", "Turkmen Cyrillic, US lists", "ODNI ICS-630-01 (2015)", Script::cyrillic,
     {kTkOdni, kOdni, shared()}, Doubling::digraph_once},
    {"uz-latin-1995", "Uzbek Cyrillic in the Latin alphabet", "Law of 1995", Script::cyrillic, {kUzLatin, shared()}},
    {"uz-bgn-1979", "Uzbek Cyrillic, maps before 2000", "BGN/PCGN 1979", Script::cyrillic, {kUzBgn1979, shared()}},
    {"uz-bgn-2000", "Uzbek Cyrillic, maps", "BGN/PCGN 2000", Script::cyrillic, {kUzBgn2000, shared()}},
    {"uz-odni-2015", "Uzbek Cyrillic, US lists", "ODNI ICS-630-01 (2015)", Script::cyrillic,
     {kUzOdni, kOdni, shared()}, Doubling::digraph_once},
    {"uz-international", "Uzbek Cyrillic, international page", "Doc 9303-3 section 6.B; airline guidance for қ ҳ",
     Script::cyrillic, {kUzInternational, icao_cyrillic_letters(), shared()}},
    {"kk-passport", "Kazakh, passports", "Airline guidance for CIS letters; holder may ask for another spelling",
     Script::cyrillic, {kKkPassport, shared()}},
    {"kk-bgn-1979", "Kazakh, maps", "BGN/PCGN 1979", Script::cyrillic, {kKkBgn, shared()}},
    {"kk-odni-2015", "Kazakh, US lists", "ODNI ICS-630-01 Annex Q (2015)", Script::cyrillic,
     {kKkOdni, kOdni, shared()}, Doubling::digraph_once},
    {"kk-latin-2017", "Kazakh, Latin proposal with apostrophes", "Decree of 26 October 2017; letters of Russian words inferred", Script::cyrillic,
     {kKk2017, kKkProposals, shared()}},
    {"kk-latin-2018", "Kazakh, Latin proposal with acutes", "Decree of 19 February 2018; letters of Russian words inferred", Script::cyrillic,
     {kKk2018, kKkProposals, shared()}},
    {"kk-latin-2019", "Kazakh, Latin proposal of 2019", "Draft of 2019; letters beyond Ä Ğ Ñ Ö Ş Ü Ç inferred",
     Script::cyrillic, {kKk2019, kKkProposals, shared()}},
    {"kk-latin-2021", "Kazakh, Latin proposal of 2021", "Draft of January 2021; letters of Russian words inferred", Script::cyrillic,
     {kKk2021, kKkProposals, shared()}},
    {"ky-passport", "Kyrgyz, passports", "MRZ specimen (Ж J, Ү U); airline guidance", Script::cyrillic,
     {kKyPassport, shared()}},
    {"ky-icao", "Kyrgyz, passports of Russian style", "Doc 9303-3 section 6.B; airline guidance for ң ө ү", Script::cyrillic,
     {kKyIcao, icao_cyrillic_letters(), shared()}},
    {"ky-bgn-1979", "Kyrgyz, maps", "BGN/PCGN 1979", Script::cyrillic, {kKyBgn, shared()}},
    {"ky-odni-2015", "Kyrgyz, US lists", "ODNI ICS-630-01 (2015)", Script::cyrillic,
     {kKyOdni, kOdni, shared()}, Doubling::digraph_once},
    {"ug-odni-2015", "Uyghur Cyrillic, US lists", "ODNI ICS-630-01 (2015)", Script::cyrillic,
     {kUgOdni, kOdni, shared()}, Doubling::digraph_once},
};

}  // namespace

std::span<const SpellingRule> odni_cyrillic_letters() { return kOdni; }
std::span<const Orthography> turkic_cyrillic_orthographies() { return kTurkic; }

}  // namespace darvaza::romanize
