// What it costs to read several sounds at once as others.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "romanize/pivot.h"

namespace darvaza::names {

inline constexpr std::size_t kMostPhrase = 4;

/// Up to kMostPhrase sounds that stand together in a token.
struct Phrase {
  std::array<romanize::Sound, kMostPhrase> sounds{};
  std::uint8_t size = 0;

  /// Whether the phrase stands in `token` so that it ends just before place `end`.
  constexpr bool ends_at(const romanize::Sounds& token, std::size_t end) const {
    if (size > end) return false;
    for (std::size_t i = 0; i < size; ++i) {
      if (sounds[i] != token[end - size + i]) return false;
    }
    return true;
  }
  /// The same by the last sounds before the place, as `tail_with` gathers them: one comparison.
  constexpr bool ends(std::uint32_t tail) const {
    std::uint32_t all = 0;
    for (const romanize::Sound s : sounds) all = tail_with(all, s);
    return size != 0 && tail << 8 * (kMostPhrase - size) == all;
  }
  /// The last kMostPhrase sounds, the last one lowest; fewer are preceded by Sound::none.
  static constexpr std::uint32_t tail_with(std::uint32_t tail, romanize::Sound next) { return tail << 8 | static_cast<std::uint32_t>(next); }
};
static_assert(kMostPhrase == sizeof(std::uint32_t));

/// A habit of spelling: the sounds of `a` in the first writing system of a pair stand for those of `b`
/// in the second, as French -ault stands for о and Belarusian -oŭ for -ов, for less than sound by sound.
struct PhraseCost {
  Phrase a, b;
  bool at_end = false;  ///< only where both tokens end
  std::uint16_t cost = 0;
};

/// The habits between two writing systems, found by the sounds in which they end.
class PhraseCosts {
 public:
  PhraseCosts() = default;
  explicit PhraseCosts(std::vector<PhraseCost> phrases);

  bool empty() const { return phrases_.empty(); }
  std::span<const PhraseCost> all() const { return phrases_; }

  /// Whether any phrase of the first system ends in `a` where one of the second ends in `b`.
  bool any_ending(romanize::Sound a, romanize::Sound b) const {
    return (pairs_[static_cast<std::size_t>(a)] >> static_cast<std::size_t>(b) & 1) != 0;
  }
  /// Those phrases.
  std::span<const PhraseCost> ending(romanize::Sound a, romanize::Sound b) const;
  /// The phrases whose side in the first system ends in `before`, `last`, or is `last` alone, and whose other side could
  /// stand in a token that has only the sounds `present` (bit s: sound s), appended to `out` while there is room.
  /// Hardly any for most pairs of tokens. Returns whether there was room.
  struct Found {
    static constexpr std::size_t kRoom = 16;
    std::array<const PhraseCost*, kRoom> phrases;
    std::size_t count = 0;
  };
  bool find(romanize::Sound before, romanize::Sound last, std::uint64_t present, Found& out) const;

  /// All phrases whose side in the first system, or in the second, ends in `sound`.
  std::span<const PhraseCost> ending_in(romanize::Sound sound, bool in_first) const;

 private:
  std::vector<PhraseCost> phrases_;                         ///< ascending by the sounds in which they end
  std::vector<std::uint16_t> begins_;                       ///< of each pair of last sounds, and the end
  std::vector<PhraseCost> by_second_;                       ///< the same, ascending by the last sound of b
  std::array<std::uint16_t, romanize::kSoundCount + 1> second_begins_{};
  std::array<std::uint64_t, romanize::kSoundCount> pairs_{};  ///< by last sound of a: bit b

  struct Tail {
    std::uint64_t b_sounds = 0;  ///< bits: the sounds of b
    std::uint32_t phrase = 0;    ///< its place in phrases_
  };
  struct Tails {
    std::uint64_t b_last = 0;  ///< bits: the last sounds of all their b
    std::uint32_t begin = 0, end = 0;
  };
  std::vector<Tail> tails_;   ///< ascending by the last two sounds of a; Sound::none stands before a single one
  std::vector<Tails> by_tail_;  ///< of each two last sounds
};
static_assert(romanize::kSoundCount <= 64);

/// The learned habits between two of the first kLearnedSystemCount systems, `a` not after `b`.
std::vector<PhraseCost> learned_habits(romanize::WritingSystem a, romanize::WritingSystem b);

/// The habits between writing systems `a` and `b`, where `a` does not come after `b`; none within one
/// system. Learned by tools/learn/learn_phrases.cpp, or written down where there is nothing to learn from
/// (names/derived_costs.h). The first call sorts them. Thread-safe.
const PhraseCosts& phrase_costs(romanize::WritingSystem a, romanize::WritingSystem b);

}  // namespace darvaza::names
