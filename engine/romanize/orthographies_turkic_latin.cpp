// Names of Turkey, Azerbaijan, Turkmenistan and Uzbekistan whose native spelling is Latin already: what passports,
// English texts and Russian papers make of them.
//
// Passports drop the diacritics (Doc 9303-3 section 6.A). The English and Russian rows are habits; no norm gives them.
#include "romanize/orthography_tables.h"

namespace darvaza::romanize {
namespace {

using text::Script;

constexpr SpellingRule kTrEnglish[] = {
    {U"c", U"j"}, {U"ç", U"ch"}, {U"ğ", U"gh"}, {U"j", U"zh"}, {U"ş", U"sh"},
};
constexpr SpellingRule kAzEnglish[] = {
    {U"c", U"j"}, {U"ç", U"ch"}, {U"ğ", U"gh"}, {U"ı", U"y"}, {U"j", U"zh"}, {U"q", U"g"}, {U"ş", U"sh"}, {U"x", U"kh"},
};
// Russian has no h and writes it г; ү and ө become у ("yu" after consonants is written by some, not here) and о.
constexpr SpellingRule kAzRussian[] = {
    {U"c", U"dzh"}, {U"ç", U"ch"}, {U"h", U"g"}, {U"ı", U"y"}, {U"j", U"zh"}, {U"q", U"k"}, {U"ş", U"sh"},
    {U"x", U"kh"},
};
constexpr SpellingRule kTkRussian[] = {
    {U"ç", U"ch"}, {U"h", U"kh"}, {U"j", U"dzh"}, {U"ş", U"sh"}, {U"w", U"v"}, {U"ž", U"zh"},
};
// The apostrophes of Oʻ, Gʻ and ʼ are left out; people type any of six characters for them.
constexpr SpellingRule kUzPassport[] = {
    {U"oʻ", U"o"}, {U"gʻ", U"g"}, {U"o‘", U"o"}, {U"g‘", U"g"}, {U"oʼ", U"o"}, {U"gʼ", U"g"}, {U"o’", U"o"},
    {U"g’", U"g"}, {U"o'", U"o"}, {U"g'", U"g"}, {U"o`", U"o"}, {U"g`", U"g"}, {U"ʼ", U""}, {U"’", U""}, {U"'", U""},
};
constexpr SpellingRule kUzEnglish[] = {
    {U"gʻ", U"gh"}, {U"g‘", U"gh"}, {U"gʼ", U"gh"}, {U"g’", U"gh"}, {U"g'", U"gh"}, {U"g`", U"gh"}, {U"x", U"kh"},
};

const Orthography kTurkicLatin[] = {
    {"tr-passport", "Turkish, passports", "Doc 9303-3 section 6.A; practice O and U", Script::latin,
     {icao_latin_letters()}},
    {"tr-english", "Turkish, English habit", "habit; alphabet of 1928", Script::latin, {kTrEnglish, icao_latin_letters()}},
    {"az-passport", "Azerbaijani, passports", "Doc 9303-3 section 6.A; A for ə from MRZ specimens", Script::latin,
     {icao_latin_letters()}},
    {"az-english", "Azerbaijani, English habit", "habit; alphabet of 1991", Script::latin,
     {kAzEnglish, icao_latin_letters()}},
    {"az-russian", "Azerbaijani by way of Russian", "habit; Soviet and Russian papers", Script::latin,
     {kAzRussian, icao_latin_letters()}},
    {"tk-passport", "Turkmen, passports", "Doc 9303-3 section 6.A; no published passport table", Script::latin,
     {icao_latin_letters()}},
    {"tk-russian", "Turkmen by way of Russian", "habit; Soviet and Russian papers", Script::latin,
     {kTkRussian, icao_latin_letters()}},
    {"uz-passport", "Uzbek, passports (Uzbek page)", "Law of 1995 without apostrophes", Script::latin,
     {kUzPassport, icao_latin_letters()}},
    {"uz-english", "Uzbek, English habit", "habit; as ODNI for gʻ and x", Script::latin,
     {kUzEnglish, kUzPassport, icao_latin_letters()}},
};

}  // namespace

std::span<const Orthography> turkic_latin_orthographies() { return kTurkicLatin; }

}  // namespace darvaza::romanize
