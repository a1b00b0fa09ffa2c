// Codes of States and other issuers, as travel documents print them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace darvaza {

/// A code of Doc 9303-3 §5: three letters of ISO 3166-1 alpha-3, or a special code such as "XXA"
/// (stateless) or "D" (Germany, the only short one). Four bytes, trivially copyable; the empty code
/// means "unknown". Any one to three capital letters can be held: whether a code is assigned is a
/// question for documents/states.h.
class StateCode {
 public:
  constexpr StateCode() = default;
  /// Takes the first three letters of `code`; it must consist of capital letters.
  constexpr explicit StateCode(std::string_view code) {
    for (std::size_t i = 0; i < 3 && i < code.size(); ++i) letters_[i] = code[i];
  }

  constexpr std::string_view text() const {
    std::size_t n = 0;
    while (n < 3 && letters_[n] != '\0') ++n;
    return {letters_.data(), n};
  }
  constexpr bool empty() const { return letters_[0] == '\0'; }

  friend constexpr bool operator==(const StateCode&, const StateCode&) = default;
  friend constexpr auto operator<=>(const StateCode&, const StateCode&) = default;

 private:
  std::array<char, 4> letters_{};
};

/// The code of a State written as a code of ISO 3166-1 or Doc 9303, in any case, or by an English name; nothing for any
/// other text. Thread-safe; a binary search.
std::optional<StateCode> state_named(std::string_view text);

}  // namespace darvaza
