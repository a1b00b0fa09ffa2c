// A cheap lower bound of what it costs to read one token as another, for one query and many tokens.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "names/step_costs.h"
#include "names/token_cost.h"
#include "romanize/pivot.h"

namespace darvaza::names {

/// Every sound of a token must meet some sound of the query, be left out, or be part of a habit of spelling
/// whose other side the query holds, at an equal share of its cost: the sum of the cheapest of the three,
/// sound by sound and whatever the order, is never more than token_cost. One look-up a sound,
/// where the exact cost takes the product of the lengths: it settles nine of ten comparisons.
class CostBound {
 public:
  /// Does not keep `query`. Half a microsecond.
  explicit CostBound(const romanize::Sounds& query);

  Millinats of(const romanize::Sounds& token) const { return static_cast<Millinats>(steps(token)) * kCostStep; }
  /// The bound of several tokens that are read as one.
  Millinats of(std::span<const romanize::Sounds* const> tokens) const;

  /// The places in `tokens` of those whose bound is within names::similarity_limit and `most`, appended to `out`.
  /// With AVX2 some nanoseconds a token.
  void select(std::span<const romanize::Sounds> tokens, Millinats most, std::vector<std::uint32_t>& out) const;

 private:
  friend struct BoundLanes;
  std::uint32_t steps(const romanize::Sounds& token) const {
    const StepRow& costs = costs_[static_cast<std::size_t>(token.system())];
    std::uint32_t sum = 0;
    for (const romanize::Sound s : token) sum += costs[static_cast<std::size_t>(s)];
    return sum;
  }

  std::size_t query_size_ = 0;
  alignas(16) std::array<StepRow, romanize::kWritingSystemCount> costs_{};  ///< Sound::none costs nothing
};

/// A CostBound that is worked out when it is first asked for: most searches get by without. For one thread.
class LazyCostBound {
 public:
  /// `query` must outlive this.
  explicit LazyCostBound(const romanize::Sounds& query) : query_(&query) {}
  const CostBound& get() {
    if (!bound_) bound_.emplace(*query_);
    return *bound_;
  }

 private:
  const romanize::Sounds* query_;
  std::optional<CostBound> bound_;
};

}  // namespace darvaza::names
