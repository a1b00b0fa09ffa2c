// The learned costs of single sounds in steps, laid out for comparing one token with many.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "names/sound_costs.h"
#include "names/token_cost.h"
#include "romanize/pivot.h"

namespace darvaza::names {

/// As many steps as a byte holds; stands for all that is dearer.
inline constexpr std::uint8_t kMostSteps = 255;
static_assert(kMaxSimilarityLimit / kCostStep < kMostSteps);

constexpr std::uint8_t steps_of(Millinats cost) {
  const Millinats steps = cost / kCostStep;
  return static_cast<std::uint8_t>(steps < kMostSteps ? steps : kMostSteps);
}

/// Costs by sound of the other token: three registers of 16.
using StepRow = std::array<std::uint8_t, 48>;
static_assert(std::tuple_size_v<StepRow> >= romanize::kSoundCount);

/// sound_costs as one token sees them that is compared with tokens of one writing system, whichever of the two
/// comes first in the tables.
struct StepCosts {
  alignas(16) std::array<StepRow, romanize::kSoundCount> meet{};                        ///< [own sound][other sound]
  alignas(16) std::array<StepRow, kGapPlaces> other_gap{};                             ///< a sound of the other token that meets nothing
  std::array<std::array<std::uint8_t, romanize::kSoundCount>, kGapPlaces> own_gap{};  ///< one of the own token
};

/// The first call computes all tables. Thread-safe.
const StepCosts& step_costs(romanize::WritingSystem own, romanize::WritingSystem other);

}  // namespace darvaza::names
