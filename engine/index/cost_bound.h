// A cheap lower bound of what it costs to read one token as another, for one query and many tokens.
#pragma once

#include <array>
#include <cstddef>

#include "names/token_cost.h"
#include "romanize/pivot.h"

namespace darvaza::index {

/// Every sound of a token must meet some sound of the query, be left out, or be part of a habit of spelling
/// whose other side the query holds, at an equal share of its cost: the sum of the cheapest of the three,
/// sound by sound and whatever the order, is never more than token_cost. One look-up a sound,
/// where the exact cost takes the product of the lengths: it settles nine of ten comparisons.
class CostBound {
 public:
  /// Does not keep `query`.
  explicit CostBound(const romanize::Sounds& query);

  names::Millinats of(const romanize::Sounds& token) const {
    const Costs& costs = costs_[static_cast<std::size_t>(token.system())];
    names::Millinats sum = 0;
    for (const romanize::Sound s : token) sum += costs[static_cast<std::size_t>(s)];
    return sum;
  }

 private:
  using Costs = std::array<names::Millinats, romanize::kSoundCount>;
  std::array<Costs, romanize::kWritingSystemCount> costs_{};
};

}  // namespace darvaza::index
