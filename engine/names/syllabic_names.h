// Names of Korea and China: a family name that many share and a given name of one or two syllables out of a few hundred.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "names/person_name.h"
#include "names/token_cost.h"

namespace darvaza::names {

/// The most that a name of this kind has tokens: family name and given name, some with a second one.
inline constexpr std::size_t kMostSyllabic = 4;

/// How rare the tokens of a Korean or Chinese name are at most.
///
/// Syllables say less than their letters: a given name is as rare as those of the same country who bear both of its syllables. That it
/// is of this country the family name has said already, and is counted there, once. Such a name has no third part either in which two
/// bearers could differ, so that its agreeing as a whole says nothing beyond its parts (kWholeName).
struct SyllabicName {
  bool is_one = false;  ///< false: nothing is known of the tokens
  std::array<Millinats, kMostSyllabic> most{};  ///< by token

  Millinats bound(std::size_t token, Millinats rarity) const { return is_one && most[token] < rarity ? most[token] : rarity; }
};

/// A name of the kind if one token is a family name of Korea or China and all other names are syllables of given names there; in Hangul, Han
/// letters, and in Latin and Cyrillic spellings of them. Where both countries could be meant, the likelier one. Most names are told
/// apart by their first look-ups, in less than a microsecond. The first call builds the table. Thread-safe.
SyllabicName syllabic_name(std::span<const Token> tokens);

/// In a name of this kind a syllable that is a particle elsewhere (Kim Il Song, Du Wei, An Chol), or one Cyrillic letter, is a name: sets its role.
void name_syllables(std::span<Token> tokens);

/// A country's names with the number of its people, of ten thousand, who bear them (syllabic_names_table.cpp).
struct SyllablesOfCountry {
  std::string_view family_names;  ///< "gim,kim 2154": spellings, then the share
  std::string_view syllables;     ///< of given names, by the country's own romanisation
  Millinats one_syllable = 0;     ///< -ln of the share of given names that have but one
};
const SyllablesOfCountry& korean_syllables();
const SyllablesOfCountry& chinese_syllables();

/// The spellings of every syllable that Chinese family names and given names have, in Latin and Cyrillic letters: those of one syllable
/// in one row, words separated by blanks.
std::vector<std::u32string> chinese_syllable_groups();

}  // namespace darvaza::names
