// A lower bound of what it costs to read one token as another, from which sounds the two hold.
#pragma once

#include <array>
#include <cstdint>

#include "names/step_costs.h"
#include "names/token_cost.h"
#include "romanize/pivot.h"

namespace darvaza::names {

/// What the sounds of two tokens cost at least, in steps: each must meet some sound of the other token, be left out, or be
/// part of a habit of spelling that has some sound of the other, at an equal share of its cost. Whatever the order: each
/// of the two sums is never more than token_cost. The least cost of a sound does not depend on its neighbours, so
/// that sums of neighbouring tokens add up: those of `own` where several own tokens are read as one, those of `other`
/// where several other ones are. Left unset by default.
struct PresenceBound {
  std::uint8_t own;    ///< of the first token's sounds
  std::uint8_t other;  ///< of the second's
};

/// 20 nanoseconds with AVX2. Sums that a byte does not hold are kMostSteps. The first
/// call computes the tables. Thread-safe.
PresenceBound presence_bound(const romanize::Sounds& own, const romanize::Sounds& other);

/// Sounds that a habit of spelling may cover which stands in both tokens (standing_habits).
struct CoveredSounds {
  std::uint32_t own = 0;                                                    ///< bit i: sound i of the first token
  alignas(16) std::array<std::uint8_t, romanize::Sounds::kCapacity> other{};  ///< all bits set: of the second
};
/// The same for two tokens of which that is known: covered sounds may cost nothing, the others must meet a sound or be left out.
PresenceBound presence_bound(const romanize::Sounds& own, const romanize::Sounds& other, const CoveredSounds& covered);

/// Both by a plain loop: the twins against which they are tested.
PresenceBound presence_bound_plainly(const romanize::Sounds& own, const romanize::Sounds& other);
PresenceBound presence_bound_plainly(const romanize::Sounds& own, const romanize::Sounds& other, const CoveredSounds& covered);

}  // namespace darvaza::names
