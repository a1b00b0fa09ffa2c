// How unlike two tokens are: weighted edit distance over the pivot.
#pragma once

#include <cstdint>

#include "romanize/pivot.h"

namespace darvaza::names {

/// Costs and weights are natural-log odds in thousandths ("millinats").
using Millinats = std::int32_t;

/// What `token_cost` returns for "more than the limit".
inline constexpr Millinats kTooFar = 1'000'000;

/// The cost of reading `a` as `b`: the least sum of the costs of substitutions, insertions, deletions and
/// habits of spelling that cover several sounds, which depend on the pair of writing systems (tables:
/// names/sound_costs.inc and names/phrase_costs.inc, learned by tools/learn). 0 for identical tokens of one writing system; symmetric; kTooFar when it would
/// exceed `limit`. No allocation; time grows with the product of the lengths, at most 30 × 30 steps.
/// Thread-safe.
Millinats token_cost(const romanize::Sounds& a, const romanize::Sounds& b, Millinats limit);

/// The same where `prefix` may be the beginning of a longer token: what `whole` has beyond it is free.
Millinats prefix_cost(const romanize::Sounds& prefix, const romanize::Sounds& whole, Millinats limit);

/// Above this, two tokens are never taken for spellings of one name. Used by the search as well as by
/// the scorer, so that neither sees what the other does not.
Millinats similarity_limit(const romanize::Sounds& a, const romanize::Sounds& b);
inline constexpr Millinats kMaxSimilarityLimit = 9000;

}  // namespace darvaza::names
