// The families of systems, one file each, and the rows that several of them share. Internal to orthography*.cpp.
#pragma once

#include <span>

#include "romanize/orthography.h"

namespace darvaza::romanize {

std::span<const Orthography> russian_orthographies();          // orthographies_russian.cpp
std::span<const Orthography> turkic_cyrillic_orthographies();  // orthographies_turkic.cpp
std::span<const Orthography> turkic_latin_orthographies();     // orthographies_turkic_latin.cpp
std::span<const Orthography> tajik_orthographies();            // orthographies_tajik.cpp
std::span<const Orthography> arabic_orthographies();           // orthographies_arabic.cpp
std::span<const Orthography> persian_orthographies();          // orthographies_persian.cpp
std::span<const Orthography> icao_orthographies();             // orthographies_icao.cpp

/// Letters that English-based systems write alike for every Cyrillic alphabet of the region; ё ъ ь are not among them.
std::span<const SpellingRule> cyrillic_letters();  // orthographies_russian.cpp

/// What the ODNI tables share: ё yo, and no signs.
std::span<const SpellingRule> odni_cyrillic_letters();  // orthographies_turkic.cpp

/// Doc 9303-3 section 6.B for the letters of Russian and section 6.A for Latin letters.
std::span<const SpellingRule> icao_cyrillic_letters();  // orthographies_icao.cpp
std::span<const SpellingRule> icao_latin_letters();     // orthographies_icao.cpp

/// Arabic-script letters that are consonants, و and ي apart; contexts of those two. Used where no vowel is written.
#define DARVAZA_ARABIC_CONSONANTS U"بپتثجچحخدذرزژسشصضطظعغفقكکگلمنهةءئؤټڼځڅډړږښګٹڈڑںہھڤ"
inline constexpr std::u32string_view kBeforeWaw = DARVAZA_ARABIC_CONSONANTS U"يیى";
inline constexpr std::u32string_view kBeforeYeh = DARVAZA_ARABIC_CONSONANTS U"و";
inline constexpr std::u32string_view kAfterLongVowel = DARVAZA_ARABIC_CONSONANTS U"$";
#undef DARVAZA_ARABIC_CONSONANTS

}  // namespace darvaza::romanize
