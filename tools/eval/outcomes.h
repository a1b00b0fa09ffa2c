// What each matcher said of each case: kept beside a run, so that two runs can be compared case by
// case.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "darvaza/error.h"

namespace darvaza::eval {

struct MatcherOutcomes {
  std::string name;
  std::vector<double> scores;        ///< as Case::score
  std::vector<std::uint64_t> ranks;  ///< as Case::rank; empty for pairs
};

/// Columns of equal length, one row a case.
struct Outcomes {
  std::vector<std::string> ids, asked, truth;
  std::vector<bool> positive;
  std::vector<MatcherOutcomes> matchers;
};

/// CSV: id, asked, truth, positive (true or false), and for each matcher "score:NAME" and, where
/// there are ranks, "rank:NAME".
std::string to_csv(const Outcomes& outcomes);
/// The reverse, from a file. Errors name file and line.
Result<Outcomes> read_outcomes(const std::string& path);

}  // namespace darvaza::eval
