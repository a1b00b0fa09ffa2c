// How far a figure would move if the cases were drawn anew: seeded, and the same on every machine.
//
// Each case of the data is taken a Poisson-distributed number of times with mean 1 instead of
// drawing exactly as many as there are (Chamandy, Muralidharan, Najmi, Naidu: "Estimating
// Uncertainty for Massive Data Streams", 2012): then the counts of a table can be drawn one by one,
// and a round costs as much as the table is long, not as the data.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "eval/perturb/random.h"
#include "eval/run.h"
#include "eval/score_groups.h"

namespace darvaza::eval {

struct BootstrapOptions {
  std::uint64_t rounds = 1000;  ///< 0: no intervals
  std::uint64_t seed = 1;
  double confidence = 0.95;
};

/// How many cases come out where `count` were: a Poisson number with that mean. From 64 on a sum of
/// twelve uniform numbers stands in for the normal distribution that it comes close to.
std::uint64_t drawn_count(perturb::Random& random, std::uint64_t count);

/// The groups with counts drawn anew.
void draw_groups(perturb::Random& random, const ScoreGroups& from, ScoreGroups& into);
/// The same for a plain table of counts.
void draw_counts(perturb::Random& random, const std::vector<std::uint64_t>& from,
                 std::vector<std::uint64_t>& into);

/// Calls `round` with a random generator of its own `options.rounds` times; each call returns the
/// same number of values. Gives the interval of each value, in their order: `values`, those of the
/// data themselves, with the percentiles of the rounds as ends. Values that did not exist in a
/// round are left out of it.
std::vector<Estimate> intervals(const BootstrapOptions& options, const std::vector<double>& values,
                                const std::function<std::vector<double>(perturb::Random&)>& round);

/// To be applied to the interval of a share, `part` of `whole` cases. Where all came out alike, however often they are drawn
/// anew, each draw gives the same: the other end is then the exact one (Clopper and Pearson 1934), the share at which so many
/// alike would be seen as seldom as the confidence says: of 0 in 360 at 95 %, 1.0 %. Nothing without interval or cases.
void bound_exactly(const BootstrapOptions& options, std::uint64_t part, std::uint64_t whole, Estimate& estimate);

}  // namespace darvaza::eval
