// What a written name holds besides letters: whether somebody could read it at all.
#pragma once

#include <cstdint>
#include <string_view>

namespace darvaza::text {

/// Words stand between blanks and the marks customary in names (hyphen, apostrophe, full stop, '<', brackets ...),
/// which belong to none.
struct WordCount {
  std::uint16_t legible = 0;    ///< words with a letter of any script
  std::uint16_t numbers = 0;    ///< of digits alone
  std::uint16_t illegible = 0;  ///< without a letter, of what stands where a system could not keep one: "????", U+FFFD, "#"
  bool damaged = false;         ///< such a character stands in a word with letters: "Le?la"

  /// Nothing to read, and yet not left empty: a single "-" or "." says that there is no name, "???" does not.
  bool unreadable() const { return legible == 0 && (illegible > 0 || numbers > 0); }
};

/// Counts in the first kMaxNameBytes. Some nanoseconds a character. Thread-safe.
WordCount count_words(std::string_view utf8);

}  // namespace darvaza::text
