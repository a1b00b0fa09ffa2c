// How unlike two tokens are: weighted edit distance over the pivot.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "romanize/pivot.h"

namespace darvaza::names {

/// Costs and weights are natural-log odds in thousandths ("millinats").
using Millinats = std::int32_t;

/// Every learned cost is a multiple of this, so that costs up to kMaxSimilarityLimit are small whole numbers of
/// steps: one byte holds one, and 32 of them are added at once (token_cost_batch.h).
inline constexpr Millinats kCostStep = 36;

/// A cost as the nearest whole number of steps, in millinats.
constexpr Millinats in_steps(Millinats cost) { return (cost + kCostStep / 2) / kCostStep * kCostStep; }

/// What `token_cost` returns for "more than the limit".
inline constexpr Millinats kTooFar = 1'000'000;

/// Two neighbouring sounds that stand the other way round in the other token: a typist's slip, wherever it stands. As
/// dear as what the learned costs make of a vowel and a consonant exchanged inside a token. Dropped here and added
/// there, sounds at a token's begin and two consonants are beyond every limit (docs/decisions/0039-slips.md).
inline constexpr Millinats kExchange = 175 * kCostStep;
/// Not in tokens of fewer sounds: there the exchange of two makes another name (Ali, Lai).
inline constexpr std::size_t kLeastExchanged = 4;
/// Nor where the places differ by more than this: a gap before it, too, is beyond the limit mostly.
inline constexpr std::size_t kExchangeReach = 1;

/// Whether the two sounds before place `i` of `a`, which differ, stand before place `j` of `b` in the other order.
constexpr bool are_exchanged(const romanize::Sounds& a, std::size_t i, const romanize::Sounds& b, std::size_t j) {
  if (i < 2 || j < 2 || a.size() < kLeastExchanged || b.size() < kLeastExchanged) return false;
  if (i > j + kExchangeReach || j > i + kExchangeReach) return false;
  return a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && a[i - 1] != a[i - 2];
}

/// The cost of reading `a` as `b`: the least sum of the costs of substitutions, insertions, deletions and
/// habits of spelling that cover several sounds, which depend on the pair of writing systems (tables:
/// names/sound_costs.inc and names/phrase_costs.inc, learned by tools/learn), and of exchanges of neighbours. 0 for identical tokens of one writing system; symmetric; kTooFar when it would
/// exceed `limit`. No allocation; time grows with the product of the lengths, at most 30 × 30 steps.
/// Thread-safe.
Millinats token_cost(const romanize::Sounds& a, const romanize::Sounds& b, Millinats limit);

/// The same where `prefix` may be the beginning of a longer token: what `whole` has beyond it is free.
Millinats prefix_cost(const romanize::Sounds& prefix, const romanize::Sounds& whole, Millinats limit);

/// Above this, two tokens are never taken for spellings of one name. Used by the search as well as by
/// the scorer, so that neither sees what the other does not.
inline constexpr Millinats kMaxSimilarityLimit = 9000;
constexpr Millinats similarity_limit(std::size_t sounds_a, std::size_t sounds_b) {
  const auto sounds = static_cast<Millinats>(sounds_a < sounds_b ? sounds_a : sounds_b);
  return std::min(kMaxSimilarityLimit, 5000 + 1200 * sounds);
}
inline Millinats similarity_limit(const romanize::Sounds& a, const romanize::Sounds& b) { return similarity_limit(a.size(), b.size()); }

}  // namespace darvaza::names
