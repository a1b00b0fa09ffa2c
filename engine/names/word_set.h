// A fixed set of words that finds out quickly that a word is not in it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace darvaza::names {

/// At most 255 words of static storage in an open hash table of `Slots` places, a power of two that leaves three
/// quarters of them empty. Built at compile time; a word is found, or missed, with about one comparison.
template <std::size_t Slots>
class WordSet {
  static_assert((Slots & (Slots - 1)) == 0);

 public:
  /// `words` must outlive the set.
  constexpr explicit WordSet(std::span<const std::u32string_view> words) : words_(words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::size_t at = place(words[i]);
      while (slots_[at] != kEmpty) at = (at + 1) % Slots;
      slots_[at] = static_cast<std::uint8_t>(i + 1);
    }
  }

  constexpr bool contains(std::u32string_view word) const {
    if (word.empty()) return false;
    for (std::size_t at = place(word); slots_[at] != kEmpty; at = (at + 1) % Slots) {
      if (words_[slots_[at] - 1u] == word) return true;
    }
    return false;
  }

 private:
  /// From the length, the first, the middle and the last letter: they tell the words in use apart well enough.
  static constexpr std::size_t place(std::u32string_view word) {
    const std::uint32_t mixed = (static_cast<std::uint32_t>(word.size()) * 31 + word.front()) * 0x9E3779B1u +
                                word[word.size() / 2] * 0x85EBCA6Bu + word.back() * 0xC2B2AE35u;
    return (mixed >> 16) % Slots;
  }

  static constexpr std::uint8_t kEmpty = 0;

  std::span<const std::u32string_view> words_;
  std::array<std::uint8_t, Slots> slots_{};  ///< 1 + the place in words_
};

}  // namespace darvaza::names
