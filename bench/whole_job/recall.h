// Are the answers right? Asked before anything is timed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "darvaza/screener.h"
#include "whole_job/scene.h"

namespace darvaza::bench {

/// Of the planted travellers: whose entry is among the candidates, and whose is the first.
struct Recall {
  std::size_t planted = 0, found = 0, first = 0;
  double found_share() const;
};

Recall measure_recall(const Screener& screener, const std::vector<Traveller>& travellers,
                      const std::vector<Planted>& planted);

/// A candidate of the exhaustive scorer that the search did not give.
struct LostCandidate {
  std::string traveller, entry;
  std::size_t place = 0;      ///< 1: the exhaustive scorer's first
  std::int32_t score_bp = 0;  ///< by the exhaustive scorer
};

/// The search against the exhaustive scorer, which compares every listed name.
struct Agreement {
  std::size_t asked = 0;            ///< travellers
  std::size_t same_answers = 0;     ///< travellers whose answers are the same bytes
  std::size_t candidates = 0;       ///< that the exhaustive scorer found
  std::vector<LostCandidate> lost;  ///< not found by the search, or with another score
  std::size_t alerts = 0;           ///< answers of the search that are not clear
  std::size_t alerts_exhaustive = 0;
  Recall recall;                  ///< of the exhaustive scorer, of the planted ones asked
  double exhaustive_seconds = 0;  ///< wall, one thread, all `asked` together
  double kept_share() const;
  std::size_t lost_firsts() const;  ///< of `lost`, those in the first place
};

/// Asks travellers of `sample` in its order, until more than `seconds` have passed; at least two.
Agreement compare_with_exhaustive(const Screener& screener,
                                  const std::vector<Traveller>& travellers,
                                  const std::vector<Planted>& planted,
                                  const std::vector<std::size_t>& sample, double seconds);

}  // namespace darvaza::bench
