// What the text of a place of birth holds: words that tell places apart, and States.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "darvaza/state_code.h"
#include "names/person_name.h"

namespace darvaza::scoring {

/// "Peshawar District, Khyber Pakhtunkhwa, Pakistan": the words peshawar, khyber, pakhtunkhwa and
/// the State PAK.
struct Place {
  std::vector<names::Token>
      words;  ///< without those that any place may have: province, город, ولایت
  std::vector<StateCode> states;
  bool empty() const { return words.empty() && states.empty(); }
};

/// Reads a place in any script. States are known by codes in capitals, by their English names and
/// by their names in the languages of the region. At most kMaxPlaceWords words are kept.
/// Thread-safe.
Place parse_place(std::string_view text);
inline constexpr std::size_t kMaxPlaceWords = 16;

/// The other names that towns of the region have had (Leninabad is Khujand), for every word that
/// has some.
std::vector<names::Token> other_place_names(const std::vector<names::Token>& words);

/// "peshawar khyber pakhtunkhwa, Pakistan".
std::string describe(const Place& place);

}  // namespace darvaza::scoring
