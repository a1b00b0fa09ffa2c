// The most that a traveller's facts can weigh against what a posting says of an entry's.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "darvaza/state_code.h"
#include "darvaza/traveller.h"
#include "index/candidate_search.h"
#include "index/index.h"

namespace darvaza::screening {

/// Works bounds out, and remembers parts of them, since travellers share years of birth and nationalities. For one
/// index and one thread.
class FactBoundsMaker {
 public:
  explicit FactBoundsMaker(const index::Index& index) : index_(index) {}
  /// Never less than AskedFacts::weight of any entry with those codes, without its documents.
  void make(const Traveller& traveller, index::FactBounds& out);

 private:
  using ByCode = std::array<std::int16_t, 256>;
  struct ByYear {
    ByCode without_day{}, same_day{}, near_day{}, other_day{};
    std::int16_t most_near = 0, most_without = 0;  ///< the latter but for kAnyYear
  };
  struct ByState {
    ByCode weights{};
    std::int16_t most = 0;
  };
  const ByYear& by_year(const PartialDate& asked);
  const ByState& by_state(StateCode asked);

  const index::Index& index_;
  std::unordered_map<std::uint32_t, ByYear> years_;  ///< by year; by the whole date where it is not a full one
  std::unordered_map<std::uint32_t, ByState> states_;
};

}  // namespace darvaza::screening
