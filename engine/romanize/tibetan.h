// The words of Tibetan names.
#pragma once

#include <cstddef>
#include <string_view>

namespace darvaza::romanize {

/// The mark between syllables. It stands inside words.
inline constexpr char32_t kTsheg = U'\u0F0B';

/// How many characters the first word of a run of Tibetan syllables has, with the mark after it: Tibetan writes no blanks, and nearly
/// all names are words of two syllables. 0 for other letters. Thread-safe.
std::size_t tibetan_word(std::u32string_view run);

}  // namespace darvaza::romanize
