// How often searching the index and scoring every name agree on who is the best candidate.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "darvaza/screener.h"
#include "darvaza/traveller.h"

namespace darvaza::screening {

struct SearchRecall {
  std::size_t queries = 0;  ///< with a best candidate at or above 0.5 when every name is scored
  std::size_t same = 0;     ///< of those: the index finds the same one

  double share() const;
  void print(std::string_view what) const;
};

SearchRecall measure_recall(const Screener& screener, const std::vector<Traveller>& travellers);

}  // namespace darvaza::screening
