// How each published system writes a native word in Latin letters.
//
// The pivot (pivot.h) reads spellings; this is the other direction: the spelling that a passport office, a gazetteer
// or a habit gives to a word of the region. One name has many such spellings, and the tests hold the pivot to reading
// them all alike (tests/names/orthography_reading_test.cpp). Results per system: docs/orthographies.md.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "text/script.h"

namespace darvaza::romanize {

/// "These letters are written so", in a context.
struct SpellingRule {
  std::u32string_view letters;  ///< native, lower-case, at least one
  std::u32string_view latin;    ///< empty: not written
  /// The rule holds only after, or before, one of these letters; empty: anywhere. `^` in `after` stands for the
  /// beginning of the word, `$` in `before` for its end.
  std::u32string_view after = {};
  std::u32string_view before = {};
};

/// What becomes of a native letter that is doubled, or carries a shadda, and has more than one Latin letter.
enum class Doubling : std::uint8_t {
  whole,         ///< the whole group twice: шш shsh, خّ khkh
  digraph_once,  ///< the group once: шш sh, خّ kh (ODNI ICS-630-01)
};

/// One way in which names reach a Latin string. Static data.
struct Orthography {
  std::string_view id;      ///< language or script, system, year: "kk-bgn-1979"
  std::string_view title;   ///< for people
  std::string_view source;  ///< the norm; "habit" where there is none
  text::Script script;      ///< of the native word
  /// Tables in order of precedence: what the system has of its own comes before what it shares.
  std::array<std::span<const SpellingRule>, 3> tables = {};
  Doubling doubling = Doubling::whole;
};

/// All systems, those of one language together. Ids are unique.
std::span<const Orthography> orthographies();

/// Null when there is no such system.
const Orthography* find_orthography(std::string_view id);

/// A native word, normalised (text/normalise.h), as the system writes it; lower-case, as titles and zones put it into
/// capitals themselves. Of the rules that hold at a place the longest is taken, then one with a context, then the
/// earlier one. Characters without a rule stay as they are. Arabic script does not write short vowels: where the word
/// carries no vowel signs, the result has consonants and long vowels only. Thread-safe.
std::u32string romanise(const Orthography& orthography, std::u32string_view word);

/// Whether the system has a rule for every letter of the word: whether it can be the one that wrote it.
bool covers(const Orthography& orthography, std::u32string_view word);

/// Arabic letters of a name in a machine-readable zone (Doc 9303-3 Appendix B.6): X-escapes such as XSH and XAA
/// decoded, `<` as a blank, case ignored. Where two letters share a code (Y) the Arabic one is taken; a doubled code,
/// which may have been a shadda, gives its letter twice. Nothing when the field holds anything that no Arabic letter is
/// written with (C, O, most X): then it was not made from Arabic letters. Thread-safe.
std::optional<std::u32string> arabic_from_icao(std::string_view field);

}  // namespace darvaza::romanize
