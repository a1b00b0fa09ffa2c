// What it costs to read several sounds at once as others.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

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
};

/// A habit of spelling: the sounds of `a` in the first writing system of a pair stand for those of `b`
/// in the second, as French -ault stands for о and Belarusian -oŭ for -ов, for less than sound by sound.
struct PhraseCost {
  Phrase a, b;
  bool at_end = false;  ///< only where both tokens end
  std::uint16_t cost = 0;
};

/// The habits between writing systems `a` and `b`, where `a` does not come after `b`; none within one
/// system. Learned by tools/learn/learn_phrases.cpp.
std::span<const PhraseCost> phrase_costs(romanize::WritingSystem a, romanize::WritingSystem b);

/// Those of them whose phrases end in these two sounds.
std::span<const PhraseCost> phrases_ending(romanize::WritingSystem a, romanize::WritingSystem b, romanize::Sound in_a,
                                           romanize::Sound in_b);

}  // namespace darvaza::names
