#include "eval/compare_runs.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <numeric>
#include <unordered_map>

#include <fmt/core.h>

#include "eval/described_json.h"
#include "eval/measures.h"
#include "eval/run_describe.h"
#include "eval/run_json.h"
#include "text/input_file.h"

namespace darvaza::eval {

BOOST_DESCRIBE_STRUCT(ChangedFigure, (), (name, label, before, after, difference, higher_is_better))
BOOST_DESCRIBE_STRUCT(FlippedCase, (),
                      (id, asked, truth, positive, now_right, score_before, score_after,
                       rank_before, rank_after))
BOOST_DESCRIBE_STRUCT(RunComparison, (),
                      (format, kind, matcher_before, matcher_after, date_before, date_after,
                       threshold_before, threshold_after, confidence, seed, bootstrap_rounds, cases,
                       both_right, both_wrong, mended, broken, p_value, figures, flipped))

namespace {

/// One run's outcomes, in the order of the other run's cases.
struct Side {
  std::vector<double> scores;
  std::vector<std::uint64_t> ranks;
  std::vector<bool> right;
};

Result<const MatcherOutcomes*> find_matcher(const ComparedRun& run) {
  const auto& matchers = run.outcomes.matchers;
  const auto found = std::find_if(matchers.begin(), matchers.end(), [&](const MatcherOutcomes& m) {
    return run.matcher.empty() || m.name == run.matcher;
  });
  if (found != matchers.end()) return &*found;
  return fail(ErrorCode::usage, "a run has no matcher '" + run.matcher + "'");
}

/// Where the cases of `before` stand in `after`.
Result<std::vector<std::size_t>> pair_up(const Outcomes& before, const Outcomes& after) {
  if (before.ids.size() != after.ids.size()) {
    return fail(ErrorCode::usage,
                fmt::format("the runs have {} and {} cases: expected the same ones",
                            before.ids.size(), after.ids.size()));
  }
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < after.ids.size(); ++i) {
    if (!places.emplace(after.ids[i], i).second) {
      return fail(ErrorCode::usage, "a case's id stands twice: cases cannot be paired", {}, 0,
                  i + 1);
    }
  }
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < before.ids.size(); ++i) {
    const auto found = places.find(before.ids[i]);
    const bool same = found != places.end() &&
                      before.positive[i] == after.positive[found->second] &&
                      before.asked[i] == after.asked[found->second];
    if (!same) {
      return fail(ErrorCode::usage, "the runs do not have the same cases", {}, 0, i + 1);
    }
    order.push_back(found->second);
  }
  return order;
}

Side make_side(const ComparedRun& run, const MatcherOutcomes& matcher,
               const std::vector<std::size_t>& order) {
  Side side;
  for (const std::size_t i : order) {
    side.scores.push_back(matcher.scores[i]);
    side.ranks.push_back(matcher.ranks.empty() ? 0 : matcher.ranks[i]);
    const bool alarm = matcher.scores[i] >= run.threshold;
    side.right.push_back(run.run.kind == Kind::retrieval ? side.ranks.back() == 1
                                                         : alarm == run.outcomes.positive[i]);
  }
  return side;
}

/// A side's cases in order of score, so that a draw of cases can be counted in one pass.
class DrawnSide {
 public:
  DrawnSide(const Side& side, const std::vector<bool>& positive)
      : side_(side), positive_(positive), order_(side.scores.size()) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::size_t a, std::size_t b) { return side.scores[a] > side.scores[b]; });
  }

  /// The groups when case i was drawn `times[i]` times.
  const ScoreGroups& groups(const std::vector<std::uint64_t>& times) {
    groups_ = {};
    std::uint64_t distinct_negatives = 0;
    for (const std::size_t i : order_) {
      if (groups_.groups.empty() || groups_.groups.back().score != side_.scores[i]) {
        groups_.groups.push_back({side_.scores[i], 0, 0, false});
        distinct_negatives = 0;
      }
      ScoreGroup& group = groups_.groups.back();
      (positive_[i] ? group.positives : group.negatives) += times[i];
      (positive_[i] ? groups_.positives : groups_.negatives) += times[i];
      if (!positive_[i]) ++distinct_negatives;
      group.tied = distinct_negatives > 1;
    }
    return groups_;
  }

 private:
  const Side& side_;
  const std::vector<bool>& positive_;
  std::vector<std::size_t> order_;
  ScoreGroups groups_;
};

double mean_of(const std::vector<std::uint64_t>& times,
               const std::function<double(std::size_t)>& value) {
  double sum = 0, all = 0;
  for (std::size_t i = 0; i < times.size(); ++i) {
    sum += static_cast<double>(times[i]) * value(i);
    all += static_cast<double>(times[i]);
  }
  return all == 0 ? kNone : sum / all;
}

double reciprocal(std::uint64_t rank) { return rank == 0 ? 0 : 1 / static_cast<double>(rank); }

/// A figure of one side for a draw of cases.
struct PairedFigure {
  std::string name, label;
};

std::vector<PairedFigure> figures_of(Kind kind, const std::vector<Measure>& measures) {
  if (kind == Kind::retrieval) {
    return {{"r_at_1", "right person first"},
            {"r_at_10", "right person among the first ten"},
            {"mrr", "mean reciprocal rank"}};
  }
  std::vector<PairedFigure> figures = {{"accuracy", "share of cases decided right"}};
  for (const Measure& measure : measures) figures.push_back({measure.name, measure.label});
  return figures;
}

/// The values of one side, in the order of figures_of.
std::vector<double> values_of(Kind kind, const Side& side, DrawnSide& drawn,
                              const std::vector<Measure>& measures,
                              const std::vector<std::uint64_t>& times) {
  if (kind == Kind::retrieval) {
    return {mean_of(times, [&](std::size_t i) { return side.ranks[i] == 1 ? 1.0 : 0.0; }),
            mean_of(times, [&](std::size_t i) { return side.ranks[i] != 0 ? 1.0 : 0.0; }),
            mean_of(times, [&](std::size_t i) { return reciprocal(side.ranks[i]); })};
  }
  std::vector<double> values = {
      mean_of(times, [&](std::size_t i) { return side.right[i] ? 1.0 : 0.0; })};
  const ScoreGroups& groups = drawn.groups(times);
  for (const Measure& measure : measures) values.push_back(measure.take(groups).value);
  return values;
}

void count_flips(const ComparedRun& before, const Side& first, const Side& second,
                 RunComparison& comparison) {
  std::vector<FlippedCase> mended;
  for (std::size_t i = 0; i < first.right.size(); ++i) {
    if (first.right[i] == second.right[i]) {
      ++(first.right[i] ? comparison.both_right : comparison.both_wrong);
      continue;
    }
    const Outcomes& cases = before.outcomes;
    FlippedCase flipped{cases.ids[i],      cases.asked[i],  cases.truth[i],
                        cases.positive[i], second.right[i], first.scores[i],
                        second.scores[i],  first.ranks[i],  second.ranks[i]};
    (second.right[i] ? mended : comparison.flipped).push_back(std::move(flipped));
  }
  comparison.broken = comparison.flipped.size();
  comparison.mended = mended.size();
  std::move(mended.begin(), mended.end(), std::back_inserter(comparison.flipped));
  comparison.p_value = mcnemar(comparison.mended, comparison.broken);
}

void compare_figures(const Side& first, const Side& second, const std::vector<bool>& positive,
                     const BootstrapOptions& bootstrap, RunComparison& comparison) {
  const Kind kind = comparison.kind;
  const std::vector<Measure> measures = {auc_measure(), recall_measure(100), recall_measure(1000),
                                         recall_measure(10000)};
  DrawnSide drawn_first(first, positive), drawn_second(second, positive);
  const auto both = [&](const std::vector<std::uint64_t>& times) {
    return std::pair{values_of(kind, first, drawn_first, measures, times),
                     values_of(kind, second, drawn_second, measures, times)};
  };
  const auto difference = [](const auto& values) {
    std::vector<double> out;
    for (std::size_t i = 0; i < values.first.size(); ++i) {
      out.push_back(values.second[i] - values.first[i]);
    }
    return out;
  };
  const std::vector<std::uint64_t> once(positive.size(), 1);
  const auto values = both(once);
  std::vector<std::uint64_t> times;
  const std::vector<Estimate> differences =
      intervals(bootstrap, difference(values), [&](perturb::Random& random) {
        draw_counts(random, once, times);
        return difference(both(times));
      });
  const std::vector<PairedFigure> figures = figures_of(kind, measures);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (std::isnan(values.first[i]) && std::isnan(values.second[i])) continue;
    comparison.figures.push_back({figures[i].name, figures[i].label, values.first[i],
                                  values.second[i], differences[i], true});
  }
}

}  // namespace

double mcnemar(std::uint64_t mended, std::uint64_t broken) {
  const std::uint64_t flips = mended + broken, fewer = std::min(mended, broken);
  if (mended == broken) return 1;
  // Twice the lower tail of a fair coin; binomial terms in logarithms, so that thousands of flips
  // do not overflow.
  const auto n = static_cast<double>(flips);
  double tail = 0;
  for (std::uint64_t i = 0; i <= fewer; ++i) {
    const auto k = static_cast<double>(i);
    tail += std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) -
                     n * std::log(2.0));
  }
  return std::min(1.0, 2 * tail);
}

Result<ComparedRun> read_compared(const std::string& json_file) {
  auto in = text::open_input(json_file);
  if (!in) return tl::unexpected(in.error());
  const std::string text{std::istreambuf_iterator<char>(*in), {}};
  Result<Run> run = run_from_json(text, json_file);
  if (!run) return tl::unexpected<Error>(run.error());
  if (run->outcomes_file.empty()) {
    return fail(ErrorCode::input_refused, "has no outcomes beside it: runs cannot be compared",
                json_file);
  }
  const std::string beside =
      (std::filesystem::path(json_file).parent_path() / run->outcomes_file).string();
  Result<Outcomes> outcomes = read_outcomes(beside);
  if (!outcomes) return tl::unexpected<Error>(outcomes.error());
  return ComparedRun{std::move(*run), std::move(*outcomes), {}, 0.5};
}

Result<RunComparison> compare_runs(const ComparedRun& before, const ComparedRun& after,
                                   const BootstrapOptions& bootstrap) {
  if (before.run.kind != after.run.kind) {
    return fail(ErrorCode::usage, "the runs are of different kinds: nothing can be compared");
  }
  const auto first = find_matcher(before), second = find_matcher(after);
  if (!first) return tl::unexpected<Error>(first.error());
  if (!second) return tl::unexpected<Error>(second.error());
  const auto order = pair_up(before.outcomes, after.outcomes);
  if (!order) return tl::unexpected<Error>(order.error());
  std::vector<std::size_t> same_order(order->size());
  std::iota(same_order.begin(), same_order.end(), std::size_t{0});
  const Side old_side = make_side(before, **first, same_order);
  const Side new_side = make_side(after, **second, *order);

  RunComparison comparison;
  comparison.kind = before.run.kind;
  comparison.matcher_before = (*first)->name;
  comparison.matcher_after = (*second)->name;
  comparison.date_before = before.run.date;
  comparison.date_after = after.run.date;
  comparison.threshold_before = before.threshold;
  comparison.threshold_after = after.threshold;
  comparison.confidence = bootstrap.confidence;
  comparison.seed = bootstrap.seed;
  comparison.bootstrap_rounds = bootstrap.rounds;
  comparison.cases = before.outcomes.ids.size();
  count_flips(before, old_side, new_side, comparison);
  compare_figures(old_side, new_side, before.outcomes.positive, bootstrap, comparison);
  return comparison;
}

std::string to_json(const RunComparison& comparison) {
  std::string text;
  JsonWriter(text).write(comparison);
  text += '\n';
  return text;
}

}  // namespace darvaza::eval
