#include "eval/score_groups.h"

#include <algorithm>

namespace darvaza::eval {
namespace {

constexpr std::size_t kFewGroups = 4000;
/// A group of the coarse table holds at most this part of the negatives above it, and of all
/// positives.
constexpr std::uint64_t kPartOfNegatives = 400, kPartOfPositives = 1000;

}  // namespace

ScoreGroups group_by_score(std::vector<ScoredCase> cases) {
  std::sort(cases.begin(), cases.end(),
            [](const ScoredCase& a, const ScoredCase& b) { return a.score > b.score; });
  ScoreGroups table;
  for (const ScoredCase& c : cases) {
    if (table.groups.empty() || table.groups.back().score != c.score) {
      table.groups.push_back({c.score, 0, 0, false});
    }
    ScoreGroup& group = table.groups.back();
    (c.positive ? group.positives : group.negatives) += 1;
    (c.positive ? table.positives : table.negatives) += 1;
    group.tied = group.negatives > 1;
  }
  return table;
}

ScoreGroups coarsened(const ScoreGroups& groups, std::span<const double> borders) {
  if (groups.groups.size() <= kFewGroups) return groups;
  std::vector<double> falling(borders.begin(), borders.end());
  std::sort(falling.rbegin(), falling.rend());
  ScoreGroups coarse{{}, groups.positives, groups.negatives};
  std::uint64_t negatives_above = 0;
  auto border = falling.begin();
  bool open = false;
  for (const ScoreGroup& group : groups.groups) {
    for (; border != falling.end() && group.score < *border; ++border) open = false;
    ScoreGroup* last = open ? &coarse.groups.back() : nullptr;
    const bool fits = last != nullptr &&
                      last->negatives + group.negatives <=
                          std::max<std::uint64_t>(1, negatives_above / kPartOfNegatives) &&
                      last->positives + group.positives <=
                          std::max<std::uint64_t>(1, groups.positives / kPartOfPositives);
    if (fits) {
      last->score = group.score;
      last->positives += group.positives;
      last->negatives += group.negatives;
      last->tied = last->negatives > 1;
    } else {
      coarse.groups.push_back(group);
    }
    negatives_above += group.negatives;
    open = true;
  }
  return coarse;
}

}  // namespace darvaza::eval
