// What readers share that go through a token letter by letter.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace darvaza::romanize {

inline bool is_one_of(char32_t c, std::u32string_view letters) { return c != 0 && letters.find(c) != std::u32string_view::npos; }

/// The row of a table for this letter; null where it has none.
template <typename Row, std::size_t N>
const Row* row_of(const Row (&rows)[N], char32_t letter) {
  for (const Row& row : rows) {
    if (row.letter == letter) return &row;
  }
  return nullptr;
}

/// A token, and where its reader stands.
class LetterReader {
 protected:
  explicit LetterReader(std::u32string token) : token_(std::move(token)) {}

  /// The letter so many beyond; 0 behind the last.
  char32_t here(std::size_t beyond = 0) const { return at_ + beyond < token_.size() ? token_[at_ + beyond] : U'\0'; }
  /// Goes past these letters if they stand here.
  bool take(std::u32string_view letters) {
    if (token_.compare(at_, letters.size(), letters) != 0) return false;
    at_ += letters.size();
    return true;
  }

  std::u32string token_;
  std::size_t at_ = 0;
};

}  // namespace darvaza::romanize
