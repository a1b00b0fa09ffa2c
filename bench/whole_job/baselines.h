// The same travellers by way of every name's Jaro-Winkler similarity.
#pragma once

#include <cstddef>
#include <vector>

#include "darvaza/error.h"
#include "whole_job/recall.h"
#include "whole_job/scene.h"

namespace darvaza::bench {

struct BaselineTiming {
  std::size_t asked = 0;
  double prepare_seconds = 0;  ///< reading and romanising the list
  double seconds = 0;          ///< wall, one thread, all `asked` together
  Recall recall;               ///< of the planted ones asked: among the first ten
};

/// Asks the travellers of `sample` in its order, until more than `seconds` have passed; at least
/// two. Names only: the recipe knows nothing of dates.
Result<BaselineTiming> time_jaro_winkler(const Scene& scene, const std::vector<std::size_t>& sample,
                                         double seconds);

}  // namespace darvaza::bench
