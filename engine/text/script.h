// Which script a character belongs to.
#pragma once

#include <cstdint>
#include <string_view>

namespace darvaza::text {

enum class Script : std::uint8_t {
  none,  ///< digits, punctuation, blanks: belongs to every script
  latin,
  cyrillic,
  arabic,
  other,  ///< any other script, Greek to Han
};

Script script_of(char32_t c);

/// Letters and the marks that belong to them: what names consist of.
bool is_letter_or_mark(char32_t c);
bool is_combining_mark(char32_t c);

/// The script of most letters of `text`; on a tie the one that comes first. `none` without letters.
Script dominant_script(std::u32string_view text);

/// The letter of `target` (Latin or Cyrillic) that looks like `c`, a letter of the other one; `c`
/// itself when there is none. People and machines mix them: "МОHAMMED" with Cyrillic М and О.
char32_t look_alike(char32_t c, Script target);

}  // namespace darvaza::text
