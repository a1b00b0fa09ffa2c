// The learned table of what it costs to read one sound as another.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "romanize/pivot.h"

namespace darvaza::names {

/// Where in its own token a sound stands that meets nothing in the other one. Initial vowels are
/// written in every script, final h and i come and go.
enum GapPlace : std::size_t { kGapFirst, kGapInside, kGapLast };
inline constexpr std::size_t kGapPlaces = 3;

constexpr std::size_t gap_place(std::size_t at, std::size_t size) {
  return at == 0 ? kGapFirst : at + 1 == size ? kGapLast : kGapInside;
}

/// The costs, in millinats, between tokens of two writing systems.
struct SoundCosts {
  using Row = std::array<std::uint16_t, romanize::kSoundCount>;
  std::array<Row, romanize::kSoundCount> meet;  ///< [sound of a][sound of b]
  std::array<Row, kGapPlaces> drop;             ///< a sound of a that meets nothing
  std::array<Row, kGapPlaces> add;              ///< a sound of b that meets nothing
};

/// Unordered pairs of `systems` writing systems: latin-latin, latin-cyrillic, latin-arabic, ...
constexpr std::size_t pairs_of(std::size_t systems) { return systems * (systems + 1) / 2; }

/// The number of the pair among the first `systems`; `a` must not come after `b` in the enumeration.
constexpr std::size_t system_pair(romanize::WritingSystem a, romanize::WritingSystem b, std::size_t systems) {
  const auto x = static_cast<std::size_t>(a), y = static_cast<std::size_t>(b);
  return x * systems - x * (x + 1) / 2 + y;
}

/// Those whose costs are learned.
inline constexpr std::size_t kLearnedPairs = pairs_of(romanize::kLearnedSystemCount);
constexpr std::size_t learned_pair(romanize::WritingSystem a, romanize::WritingSystem b) { return system_pair(a, b, romanize::kLearnedSystemCount); }

/// Of a learned pair.
constexpr bool is_same_system(std::size_t pair) {
  using enum romanize::WritingSystem;
  return pair == learned_pair(latin, latin) || pair == learned_pair(cyrillic, cyrillic) ||
         pair == learned_pair(arabic, arabic);
}

/// The learned table of two of the first kLearnedSystemCount systems.
const SoundCosts& learned_sound_costs(romanize::WritingSystem a, romanize::WritingSystem b);

/// The table for tokens of systems `a` and `b`, where `a` does not come after `b`. The first call works out those that
/// are not learned. Thread-safe.
const SoundCosts& sound_costs(romanize::WritingSystem a, romanize::WritingSystem b);

}  // namespace darvaza::names
