// The syllables of Burmese words.
#pragma once

#include <cstddef>
#include <string_view>

namespace darvaza::romanize {

/// How many characters of a word in Myanmar letters its first syllable has; consonants that stand one below the other belong to one
/// word, whose syllables are not taken apart. 0 for a word of other letters. Thread-safe.
std::size_t burmese_syllable(std::u32string_view word);

}  // namespace darvaza::romanize
