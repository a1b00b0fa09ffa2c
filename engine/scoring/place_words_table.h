// The facts behind place_words.h.
#pragma once

#include <span>
#include <string_view>

namespace darvaza::scoring {

/// Words for kinds of places and directions, which tell no place from another, separated by blanks.
std::string_view generic_place_words();

/// The second half of many towns' names ("Jalal Abad"), in the spellings in which it stands alone.
std::string_view town_endings();

struct StateWord {
  std::string_view word;
  std::string_view code;
};
/// One-word names of States in the languages of the region, beside the English ones of
/// documents/states.
std::span<const StateWord> state_words();

/// Groups of names that one town has had, separated by blanks.
std::span<const std::string_view> renamed_towns();

}  // namespace darvaza::scoring
