// What tables of spellings ask of letters and words.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace darvaza::names {

inline bool is_one_of(char32_t letter, std::u32string_view letters) { return letters.find(letter) != std::u32string_view::npos; }

inline bool is_any_of(std::u32string_view word, std::span<const std::u32string_view> words) { return std::find(words.begin(), words.end(), word) != words.end(); }

inline bool starts_with_any(std::u32string_view word, std::span<const std::u32string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](std::u32string_view beginning) { return word.starts_with(beginning); });
}

}  // namespace darvaza::names
