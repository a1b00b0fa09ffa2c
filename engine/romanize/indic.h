// The letters of India whose blocks are laid out alike, and the vowels that they hold and nobody speaks.
#pragma once

#include <string>
#include <string_view>

namespace darvaza::romanize {

/// Whether the letters are of Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Telugu, Kannada or Malayalam, in which every consonant holds an a unless
/// another vowel is written.
bool has_inherent_vowels(std::u32string_view token);

/// The word in Latin letters without the inherent vowels that are silent: the last one (राम Ram), and of two
/// consonants between spoken vowels the first one's (मनमोहन Manmohan; Ohala 1983). The nasal signs are n, or m before a
/// labial. Telugu, Kannada and Malayalam speak every vowel. The token must have inherent vowels; letters of other kinds are passed over.
std::u32string spoken_latin(std::u32string_view token);

}  // namespace darvaza::romanize
