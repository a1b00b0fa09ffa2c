// What Unicode says of single characters, as far as names need it, ready in a table.
//
// ICU answers each question in some ten nanoseconds, and parsing a name asks five of every character. The
// letters of nearly all names lie below U+0800; their answers are asked of ICU once a process, so that the
// table cannot disagree with it.
#pragma once

#include <array>
#include <cstdint>

#include "text/script.h"

namespace darvaza::text {

inline constexpr char32_t kKashida = U'\u0640';

struct Character {
  char32_t lower = 0;            ///< in lower case; İ gives i
  Script script = Script::none;  ///< as script_of
  bool letter_or_mark = false;   ///< as is_letter_or_mark
  bool invisible = false;        ///< format controls and whatever else a reader does not see
  /// Visible, no combining mark, and NFKC leaves it and its lower case alone whatever stands beside them: a text of such
  /// characters is normalised by lower-casing it (UAX #15, "Detecting Normalization Forms").
  bool plain = false;
};

/// Asks ICU: for characters beyond the table, a hundred nanoseconds.
Character character_by_icu(char32_t c);

/// The capital with which a word may begin (Unicode's simple title case); `c` itself where there is none.
char32_t upper(char32_t c);

/// What a word is made of, a bit each: the scripts of its letters, and whether a character belongs to words at all.
enum CharacterKind : std::uint8_t {
  kNoKind = 0,
  kLatin = 1 << static_cast<int>(Script::latin),
  kCyrillic = 1 << static_cast<int>(Script::cyrillic),
  kArabic = 1 << static_cast<int>(Script::arabic),
  kOther = 1 << static_cast<int>(Script::other),
  kAnyScript = kLatin | kCyrillic | kArabic | kOther,
  kLetterOrMark = 1 << 5,
};

class CharacterTable {
 public:
  static constexpr char32_t kEnd = 0x800;  ///< what UTF-8 writes in one or two bytes

  /// Built at the first call. Thread-safe.
  static const CharacterTable& instance();

  Character operator[](char32_t c) const { return c < kEnd ? rows_[c] : character_by_icu(c); }
  Script script(char32_t c) const { return c < kEnd ? rows_[c].script : script_of(c); }
  /// Bits of CharacterKind.
  std::uint8_t kinds(char32_t c) const { return c < kEnd ? kinds_[c] : kinds_of(script_of(c), is_letter_or_mark(c)); }

 private:
  CharacterTable();
  static std::uint8_t kinds_of(Script script, bool letter_or_mark);

  std::array<Character, kEnd> rows_;
  std::array<std::uint8_t, kEnd> kinds_;
};

}  // namespace darvaza::text
