// Family names in Han letters.
#pragma once

#include <cstddef>
#include <string_view>

namespace darvaza::romanize {

struct HanSurname {
  std::size_t letters = 0;     ///< 0: the word does not begin with a surname that is known
  std::string_view reading{};  ///< in pinyin, where the dictionary's first reading is another one; else empty
};

/// The Chinese family name with which a word begins, of the hundred commonest and of those of two letters. Thread-safe.
HanSurname han_surname(std::u32string_view word);

}  // namespace darvaza::romanize
