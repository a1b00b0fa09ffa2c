// Tajik names. No passport table is published; the passport row is what zones of the MRZ-specimen kind show.
#include "romanize/orthography_tables.h"

namespace darvaza::romanize {
namespace {

using text::Script;

constexpr SpellingRule kBgn[] = {
    {U"е", U"ye", U"^"}, {U"ё", U"yo"}, {U"ғ", U"gh"}, {U"ӣ", U"í"}, {U"қ", U"q"}, {U"ӯ", U"ŭ"}, {U"ҳ", U"h"},
    {U"ҳ", U"·h", U"гзкс"}, {U"ҷ", U"j"}, {U"ц", U"s", U"", U"аеёиоуыэюя"}, {U"щ", U"sh"}, {U"ъ", U"’"}, {U"ы", U"i"},
    {U"ь", U""}, {U"э", U"ė"},
};
constexpr SpellingRule kOdniTajik[] = {
    {U"е", U"ye", U"^"}, {U"ғ", U"gh"}, {U"ӣ", U"i"}, {U"қ", U"q"}, {U"ӯ", U"u"}, {U"ҳ", U"h"}, {U"ҷ", U"j"},
};
constexpr SpellingRule kPassport[] = {
    {U"ё", U"yo"}, {U"ғ", U"gh"}, {U"ӣ", U"i"}, {U"қ", U"q"}, {U"ӯ", U"u"}, {U"ҳ", U"h"}, {U"ҷ", U"j"}, {U"ъ", U""},
    {U"ь", U""},
};
constexpr SpellingRule kAirline[] = {
    {U"ғ", U"g"}, {U"ӣ", U"i"}, {U"қ", U"k"}, {U"ӯ", U"u"}, {U"ҳ", U"kh"}, {U"ҷ", U"ch"},
};

const Orthography kTajik[] = {
    {"tg-passport", "Tajik, passports", "MRZ specimens (Ғ GH, Ҳ H)", Script::cyrillic, {kPassport, cyrillic_letters()}},
    {"tg-airline", "Tajik, airline guidance", "Guidance for CIS letters; Doc 9303-3 section 6.B", Script::cyrillic,
     {kAirline, icao_cyrillic_letters(), cyrillic_letters()}},
    {"tg-bgn-1994", "Tajik, maps", "BGN/PCGN 1994", Script::cyrillic, {kBgn, cyrillic_letters()}},
    {"tg-odni-2015", "Tajik, US lists", "ODNI ICS-630-01 (2015)", Script::cyrillic,
     {kOdniTajik, odni_cyrillic_letters(), cyrillic_letters()}, Doubling::digraph_once},
};

}  // namespace

std::span<const Orthography> tajik_orthographies() { return kTajik; }

}  // namespace darvaza::romanize
