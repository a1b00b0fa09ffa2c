// Which postings of a list are worth a closer look. The innermost loop of a search: most postings are passed
// over here, several at a time where the processor can.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "index/name_postings.h"

namespace darvaza::index {

/// A set of token numbers that answers "certainly not" or "perhaps": by their low bits.
class AskedTokens {
 public:
  static constexpr std::size_t kBits = 1u << 15;

  void clear() { words_.fill(0); }
  void add(std::uint32_t token) { words_[token >> 5 & kWordMask] |= 1u << (token & 31); }
  void add_all(const AskedTokens& others) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= others.words_[i];
  }
  bool may_contain(std::uint32_t token) const { return (words_[token >> 5 & kWordMask] >> (token & 31) & 1) != 0; }

 private:
  friend struct PostingLanes;
  static constexpr std::size_t kWordMask = kBits / 32 - 1;
  std::array<std::uint32_t, kBits / 32> words_{};
};

/// A set of byte codes.
class CodeSet {
 public:
  /// The codes that weigh so much.
  static CodeSet from(const std::array<std::int16_t, 256>& weights, std::int16_t least) {
    CodeSet set;
    for (std::size_t row = 0; row < 2; ++row) {
      for (std::size_t bit = 0; bit < 8; ++bit) {
        for (std::size_t low = 0; low < 16; ++low) {
          const bool is_in = weights[row << 7 | bit << 4 | low] >= least;
          set.rows_[row][low] = static_cast<std::uint8_t>(set.rows_[row][low] | is_in << bit);
        }
      }
    }
    return set;
  }
  static CodeSet all() {
    CodeSet set;
    for (auto& row : set.rows_) row.fill(0xff);
    return set;
  }
  void add(std::uint8_t code) { rows_[code >> 7][code & 15] |= static_cast<std::uint8_t>(1u << (code >> 4 & 7)); }
  bool contains(std::uint8_t code) const { return (rows_[code >> 7][code & 15] >> (code >> 4 & 7) & 1) != 0; }

 private:
  friend struct PostingLanes;
  alignas(16) std::array<std::array<std::uint8_t, 16>, 2> rows_{};  ///< [highest bit][low four bits]: a bit for the rest
};

struct PostingFilter {
  const AskedTokens* asked = nullptr;
  /// A name may write a part as two words: then a posting and the next, of the same name, both have only these
  /// consonant classes. None: no part is looked for so.
  std::uint8_t split_classes = 0;
  /// Every posting passes, whatever the other token.
  bool any_token = false;
  /// The same for those of irregular names.
  bool irregular = false;
  /// Only postings one of whose codes is in the set of its kind; without any set: all.
  const CodeSet* states = nullptr;
  const CodeSet* days = nullptr;

  bool any_code() const { return states == nullptr && days == nullptr; }
};

/// Whether the other token of a posting may be asked for, is kAlone or kMany, or may be part of a split one, whatever its codes.
bool passes(const PostingList& list, std::size_t at, const PostingFilter& filter);

/// Appends the places in [begin, end) whose codes are asked for and whose other token may be, is kAlone or kMany, or may be part of a
/// split one. AVX2 where the processor has it, and then the same places.
void select_postings(const PostingList& list, std::size_t begin, std::size_t end, const PostingFilter& filter, std::vector<std::uint32_t>& places);

/// The same by the plain loop: the twin against which the other is tested.
void select_postings_plainly(const PostingList& list, std::size_t begin, std::size_t end, const PostingFilter& filter,
                             std::vector<std::uint32_t>& places);

/// A short list, and what is asked of it. Its filter asks for no codes.
struct FilteredList {
  PostingList list;
  PostingFilter filter;
};
struct FoundPlace {
  std::uint32_t list = 0;   ///< which of those given
  std::uint32_t place = 0;  ///< in it
};

/// The same for many lists, one after another: most have few postings, and what is the same for all is made ready once.
void select_in_lists(std::span<const FilteredList> lists, std::vector<FoundPlace>& found);
void select_in_lists_plainly(std::span<const FilteredList> lists, std::vector<FoundPlace>& found);

}  // namespace darvaza::index
