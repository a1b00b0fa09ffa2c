// Names that are written as one word or as several: Abd al-Rahman, Abdurrahman, عبدالرحمن.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace darvaza::names {

/// The parts of a word, views into it or into static storage: no part is copied.
class WordParts {
 public:
  WordParts() = default;
  /// At most four; empty ones are left out.
  WordParts(std::initializer_list<std::u32string_view> parts) {
    for (std::u32string_view part : parts) {
      if (!part.empty()) parts_[size_++] = part;
    }
  }

  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }
  const std::u32string_view* begin() const { return parts_.data(); }
  const std::u32string_view* end() const { return parts_.data() + size_; }

 private:
  std::array<std::u32string_view, 4> parts_;
  std::size_t size_ = 0;
};

/// The parts in which a word is compared: "abdurrahman" gives abd, al, rahman; "الرحمن" gives
/// ال, رحمن. Abdullah in all its spellings gives one part, in one spelling, and "mirabdullah" mir and that. A word that is no such
/// compound comes back alone. The word must be normalised and outlive the parts.
WordParts split_compound(std::u32string_view word);

/// Abdullah as split_compound gives it where these two words stand for it: عبد الله, Abd Allah; otherwise empty. Static storage.
std::u32string_view abdullah_of(std::u32string_view abd, std::u32string_view god);

/// Abd at the beginning of a word of India's scripts: அப்துல், અબ્દુલ.
struct IndianAbd {
  std::size_t letters = 0;  ///< of the word; 0 where it does not begin so
  WordParts parts;          ///< what they are, as split_compound gives it for Latin letters: abd and al, or Abdullah
};
IndianAbd indian_abd(std::u32string_view word);

}  // namespace darvaza::names
