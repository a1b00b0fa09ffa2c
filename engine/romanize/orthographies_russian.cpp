// Russian names in passports, by the rule in force on the day of issue, and in gazetteers and libraries.
//
// One man's successive passports spell him Sergueï, Sergey and Sergei; whoever renews may ask for the old spelling, so
// that every system is still met. Facts: the orders and standards named in each row (by way of nalgeon/iuliia, MIT).
#include "romanize/orthography_tables.h"

namespace darvaza::romanize {
namespace {

using text::Script;

constexpr SpellingRule kShared[] = {
    {U"а", U"a"}, {U"б", U"b"}, {U"в", U"v"}, {U"г", U"g"}, {U"д", U"d"}, {U"е", U"e"}, {U"ж", U"zh"}, {U"з", U"z"},
    {U"и", U"i"}, {U"й", U"y"}, {U"к", U"k"}, {U"л", U"l"}, {U"м", U"m"}, {U"н", U"n"}, {U"о", U"o"}, {U"п", U"p"},
    {U"р", U"r"}, {U"с", U"s"}, {U"т", U"t"}, {U"у", U"u"}, {U"ф", U"f"}, {U"х", U"kh"}, {U"ц", U"ts"}, {U"ч", U"ch"},
    {U"ш", U"sh"}, {U"щ", U"shch"}, {U"ы", U"y"}, {U"э", U"e"}, {U"ю", U"yu"}, {U"я", U"ya"},
};

constexpr SpellingRule kFrench[] = {
    {U"е", U"ue", U"г"}, {U"и", U"ui", U"г"}, {U"ы", U"uy", U"г"}, {U"ё", U"e"}, {U"ж", U"j"}, {U"й", U"i"},
    {U"кс", U"x"}, {U"у", U"ou"}, {U"ч", U"tch"}, {U"ш", U"ch"}, {U"щ", U"chtch"}, {U"ъ", U""}, {U"ь", U""},
    {U"ье", U"ie"}, {U"ю", U"iou"}, {U"я", U"ia"}, {U"ин", U"ine", U"", U"$"},
};

// The order prints ь as an apostrophe. Its sign for ъ never reached passports.
constexpr SpellingRule kMvd1997[] = {
    {U"ё", U"e"}, {U"ье", U"ye"}, {U"ъе", U"ye"}, {U"ь", U"'"}, {U"ъ", U""},
};

constexpr SpellingRule kMvd2000[] = {
    {U"е", U"ye", U"аеёиоуыэюя"}, {U"ъе", U"ye"}, {U"ье", U"ye"}, {U"ьи", U"yi"}, {U"ъё", U"yo"}, {U"ьё", U"yo"},
    {U"ё", U"yo"}, {U"ё", U"ye", U"бвгдзклмнпрстфхц"}, {U"ё", U"e", U"жчшщ"}, {U"ъ", U"'"}, {U"ь", U"'"},
};

constexpr SpellingRule kGost2010[] = {
    {U"ё", U"e"}, {U"й", U"i"}, {U"ц", U"tc"}, {U"ъ", U""}, {U"ь", U""}, {U"ю", U"iu"}, {U"я", U"ia"},
};

// The dots keep digraphs from what only looks like one; names without such letters have none.
constexpr SpellingRule kBgn1947[] = {
    {U"е", U"ye", U"^аеёиоуыэюяйъь"}, {U"ё", U"ë"}, {U"ё", U"yë", U"^аеёиоуыэюяйъь"}, {U"ъ", U"\""}, {U"ь", U"’"},
    {U"й", U"y·", U"", U"ауыэ"}, {U"ы", U"y·", U"", U"ауыэ"}, {U"ы", U"·y", U"аеёиоуэюя"},
    {U"ы", U"·y·", U"аеёиоуэюя", U"ауыэ"}, {U"э", U"·e", U"бвгджзклмнпрстфхцчшщ"}, {U"тс", U"t·s"}, {U"шч", U"sh·ch"},
};

constexpr SpellingRule kOdni2015[] = {
    {U"е", U"ye", U"^аеёиоуыэюяйъь"}, {U"ё", U"e"}, {U"ё", U"ye", U"^аеёиоуыэюяйъь"}, {U"ъ", U""}, {U"ь", U""},
};

constexpr SpellingRule kIso9[] = {
    {U"ё", U"ë"}, {U"ж", U"ž"}, {U"й", U"j"}, {U"х", U"h"}, {U"ц", U"c"}, {U"ч", U"č"}, {U"ш", U"š"}, {U"щ", U"ŝ"},
    {U"ъ", U"ʺ"}, {U"ь", U"ʹ"}, {U"э", U"è"}, {U"ю", U"û"}, {U"я", U"â"},
};

constexpr SpellingRule kGost7034[] = {
    {U"ё", U"yo"}, {U"й", U"j"}, {U"х", U"x"}, {U"ц", U"c"}, {U"щ", U"shh"}, {U"ъ", U"''"}, {U"ь", U"'"},
};

const Orthography kRussian[] = {
    {"ru-french", "Russian, French style of passports before 1997", "MVD order 310 of 1997, former practice", Script::cyrillic,
     {kFrench, kShared}},
    {"ru-mvd-1997", "Russian, passports 1997-2000", "MVD order 310 of 26 May 1997", Script::cyrillic, {kMvd1997, kShared}},
    {"ru-mvd-2000", "Russian, passports 2000-2010", "MVD order 782 of 2000", Script::cyrillic, {kMvd2000, kShared}},
    {"ru-gost-2010", "Russian, passports 2010-2014", "GOST R 52535.1-2006; FMS order 26 of 3 February 2010",
     Script::cyrillic, {kGost2010, kShared}},
    {"ru-icao-2014", "Russian, passports since 2014", "FMS order 211 of 26 March 2014; Doc 9303-3 section 6.B",
     Script::cyrillic, {icao_cyrillic_letters(), kShared}},
    {"ru-bgn-1947", "Russian, maps and gazetteers", "BGN/PCGN 1947", Script::cyrillic, {kBgn1947, kShared}},
    {"ru-odni-2015", "Russian, US lists", "ODNI ICS-630-01 (2015)", Script::cyrillic, {kOdni2015, kShared}},
    {"ru-iso9-1995", "Russian, libraries", "ISO 9:1995 = GOST 7.79-2000 system A", Script::cyrillic, {kIso9, kShared}},
    {"ru-gost-7034", "Russian, letters without diacritics", "GOST R 7.0.34-2014", Script::cyrillic, {kGost7034, kShared}},
};

}  // namespace

std::span<const SpellingRule> cyrillic_letters() { return kShared; }
std::span<const Orthography> russian_orthographies() { return kRussian; }

}  // namespace darvaza::romanize
