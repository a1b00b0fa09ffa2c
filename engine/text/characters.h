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

struct Character {
  char32_t lower = 0;            ///< in lower case; İ gives i
  Script script = Script::none;  ///< as script_of
  bool letter_or_mark = false;   ///< as is_letter_or_mark
  bool invisible = false;        ///< format controls and whatever else a reader does not see
  /// No combining mark, and NFKC leaves it and its lower case alone whatever stands beside them: a text of such
  /// characters is normalised by lower-casing it (UAX #15, "Detecting Normalization Forms").
  bool plain = false;
};

/// Asks ICU: for characters beyond the table, a hundred nanoseconds.
Character character_by_icu(char32_t c);

class CharacterTable {
 public:
  static constexpr char32_t kEnd = 0x800;  ///< what UTF-8 writes in one or two bytes

  /// Built at the first call. Thread-safe.
  static const CharacterTable& instance();

  Character operator[](char32_t c) const { return c < kEnd ? rows_[c] : character_by_icu(c); }
  bool is_letter_or_mark(char32_t c) const { return c < kEnd ? rows_[c].letter_or_mark : text::is_letter_or_mark(c); }
  Script script(char32_t c) const { return c < kEnd ? rows_[c].script : script_of(c); }

 private:
  CharacterTable();
  std::array<Character, kEnd> rows_;
};

}  // namespace darvaza::text
