// Cases ordered by score: what every measure of decisions is computed from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace darvaza::eval {

/// One case: how it scored, and whether it should have scored high.
struct ScoredCase {
  double score = 0;
  bool positive = false;
};

/// All cases of one score, or of scores from `score` up to the next group's.
struct ScoreGroup {
  double score = 0;  ///< the lowest of the group
  std::uint64_t positives = 0;
  std::uint64_t negatives = 0;
  bool tied = false;  ///< several negatives of the data stand here: no threshold parts them
};

/// The groups from the highest score to the lowest, with the totals.
struct ScoreGroups {
  std::vector<ScoreGroup> groups;
  std::uint64_t positives = 0;
  std::uint64_t negatives = 0;
};

/// One group for each distinct score.
ScoreGroups group_by_score(std::vector<ScoredCase> cases);

/// The same cases in a few thousand groups, for what is computed a thousand times: neighbours are
/// put together, but among the highest scores, where a handful of negatives decides, each group
/// keeps few of them. No group reaches across one of `borders`. Small data comes back as it is.
ScoreGroups coarsened(const ScoreGroups& groups, std::span<const double> borders);

}  // namespace darvaza::eval
