// Chinese and Korean names in one word: family name first.
#pragma once

#include <cstddef>
#include <string_view>

namespace darvaza::names {

/// A single letter is a syllable or a whole name in these scripts, not an initial.
bool is_syllabic(char32_t letter);

/// How many letters of a word of Han letters or Hangul are the family name with which it begins, for words that hold both
/// names: of three letters, of four after a family name of two, and of two where `is_whole_name`, since a given name has two
/// as well. 0 for all other words. Thread-safe.
std::size_t family_name_letters(std::u32string_view word, bool is_whole_name);

}  // namespace darvaza::names
