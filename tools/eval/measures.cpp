#include "eval/measures.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

namespace darvaza::eval {
namespace {

double share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? kNone : static_cast<double>(part) / static_cast<double>(whole);
}

double f1(std::uint64_t true_positives, std::uint64_t false_positives, std::uint64_t positives) {
  if (positives == 0) return kNone;
  return true_positives == 0
             ? 0
             : 2 * static_cast<double>(true_positives) /
                   static_cast<double>(true_positives + false_positives + positives);
}

/// "1,000"
std::string with_commas(std::uint64_t number) {
  std::string digits = fmt::to_string(number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

/// Every n-th of many positions, the first and last among them.
std::vector<std::size_t> spread(std::size_t count, std::size_t most) {
  std::vector<std::size_t> positions;
  for (std::size_t i = 0; i < std::min(count, most); ++i) {
    positions.push_back(count <= most ? i : i * (count - 1) / (most - 1));
  }
  return positions;
}

constexpr std::size_t kMostPoints = 1000;

}  // namespace

double auc(const ScoreGroups& groups) {
  double wins = 0;
  std::uint64_t positives_above = 0;
  for (const ScoreGroup& group : groups.groups) {
    wins += static_cast<double>(group.negatives) *
            (static_cast<double>(positives_above) + static_cast<double>(group.positives) / 2);
    positives_above += group.positives;
  }
  const double all = static_cast<double>(groups.positives) * static_cast<double>(groups.negatives);
  return all == 0 ? kNone : wins / all;
}

Taken best_f1(const ScoreGroups& groups) {
  Taken best;
  std::uint64_t true_positives = 0, false_positives = 0;
  for (const ScoreGroup& group : groups.groups) {
    true_positives += group.positives;
    false_positives += group.negatives;
    const double here = f1(true_positives, false_positives, groups.positives);
    if (std::isnan(best.value) || here > best.value) best = {here, group.score};
  }
  return best;
}

ThresholdRow decide(const ScoreGroups& groups, double threshold) {
  ThresholdRow row;
  row.threshold = threshold;
  for (const ScoreGroup& group : groups.groups) {
    if (group.score < threshold) break;
    row.true_positives += group.positives;
    row.false_positives += group.negatives;
  }
  row.false_negatives = groups.positives - row.true_positives;
  row.true_negatives = groups.negatives - row.false_positives;
  row.precision.value = share(row.true_positives, row.true_positives + row.false_positives);
  row.recall.value = share(row.true_positives, groups.positives);
  row.f1.value = f1(row.true_positives, row.false_positives, groups.positives);
  return row;
}

double recall_above(const ScoreGroups& groups, double threshold) {
  return decide(groups, threshold).recall.value;
}

Taken recall_at_one_in(const ScoreGroups& groups, std::uint64_t one_in) {
  if (groups.negatives < one_in) return {};
  const auto negatives = static_cast<double>(groups.negatives);
  const auto below = static_cast<std::uint64_t>(negatives * (1 - 1 / static_cast<double>(one_in)));
  const std::uint64_t from_the_top = groups.negatives - std::min(below, groups.negatives - 1);
  std::uint64_t found = 0, alarms = 0;
  for (const ScoreGroup& group : groups.groups) {
    alarms += group.negatives;
    if (alarms < from_the_top) {
      found += group.positives;
      continue;
    }
    constexpr double kJustAbove = 1e-9;
    if (!group.tied) return {share(found + group.positives, groups.positives), group.score};
    return {share(found, groups.positives), group.score + kJustAbove};
  }
  return {};
}

std::string_view rates_beyond(std::uint64_t negatives) {
  if (negatives < 100) return "100, 1,000 and 10,000";
  if (negatives < 1000) return "1,000 and 10,000";
  return negatives < 10000 ? "10,000" : "";
}

Measure auc_measure() {
  return {"auc", "area under the ROC curve", [](const ScoreGroups& groups) {
            return Taken{auc(groups), kNone};
          }};
}

Measure best_f1_measure() { return {"best_f1", "best F1", best_f1}; }

Measure f1_measure(double threshold) {
  return {fmt::format("f1_at_{}", threshold), fmt::format("F1 at {}", threshold),
          [threshold](const ScoreGroups& groups) {
            return Taken{decide(groups, threshold).f1.value, threshold};
          }};
}

Measure recall_measure(std::uint64_t one_in) {
  return {fmt::format("recall_at_1_in_{}", one_in),
          fmt::format("recall at 1 false alarm in {}", with_commas(one_in)),
          [one_in](const ScoreGroups& groups) { return recall_at_one_in(groups, one_in); }, true, &ScoreGroups::positives};
}

Measure recall_above_measure(std::string name, std::string label, double threshold) {
  return {std::move(name), std::move(label), [threshold](const ScoreGroups& groups) {
            return Taken{recall_above(groups, threshold), threshold};
          },
          true, &ScoreGroups::positives};
}

std::vector<Figure> take_figures(const std::vector<Measure>& measures, const ScoreGroups& groups,
                                 const BootstrapOptions& bootstrap) {
  std::vector<Figure> figures;
  std::vector<double> values, thresholds;
  for (const Measure& measure : measures) {
    const Taken taken = measure.take(groups);
    figures.push_back({measure.name, measure.label, {}, taken.threshold, measure.higher_is_better});
    values.push_back(taken.value);
    if (!std::isnan(taken.threshold)) thresholds.push_back(taken.threshold);
  }
  const ScoreGroups coarse = coarsened(groups, thresholds);
  ScoreGroups drawn;
  const std::vector<Estimate> estimates =
      intervals(bootstrap, values, [&](perturb::Random& random) {
        draw_groups(random, coarse, drawn);
        std::vector<double> again;
        for (const Measure& measure : measures) again.push_back(measure.take(drawn).value);
        return again;
      });
  for (std::size_t i = 0; i < figures.size(); ++i) {
    figures[i].estimate = estimates[i];
    if (measures[i].whole == nullptr || !(values[i] == 0 || values[i] == 1)) continue;
    const std::uint64_t whole = groups.*measures[i].whole;
    bound_exactly(bootstrap, values[i] == 0 ? 0 : whole, whole, figures[i].estimate);
  }
  return figures;
}

std::vector<ThresholdRow> take_thresholds(const std::vector<double>& thresholds,
                                          const ScoreGroups& groups,
                                          const BootstrapOptions& bootstrap) {
  // Between two thresholds nothing is decided: one group for each is enough.
  ScoreGroups between{{}, groups.positives, groups.negatives};
  std::vector<ThresholdRow> rows;
  for (const double threshold : thresholds) rows.push_back(decide(groups, threshold));
  std::uint64_t positives = 0, negatives = 0;
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    between.groups.push_back(
        {row->threshold, row->true_positives - positives, row->false_positives - negatives, false});
    positives = row->true_positives;
    negatives = row->false_positives;
  }
  between.groups.push_back(
      {-1e9, groups.positives - positives, groups.negatives - negatives, false});
  const auto values_of = [&](const ScoreGroups& table) {
    std::vector<double> values;
    for (const double threshold : thresholds) {
      const ThresholdRow row = decide(table, threshold);
      values.insert(values.end(), {row.precision.value, row.recall.value, row.f1.value});
    }
    return values;
  };
  ScoreGroups drawn;
  const std::vector<Estimate> estimates =
      intervals(bootstrap, values_of(between), [&](perturb::Random& random) {
        draw_groups(random, between, drawn);
        return values_of(drawn);
      });
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].precision = estimates[3 * i];
    rows[i].recall = estimates[3 * i + 1];
    rows[i].f1 = estimates[3 * i + 2];
    const std::uint64_t right = rows[i].true_positives;
    bound_exactly(bootstrap, right, right + rows[i].false_positives, rows[i].precision);
    bound_exactly(bootstrap, right, groups.positives, rows[i].recall);
  }
  return rows;
}

std::vector<CurvePoint> take_curve(const ScoreGroups& groups) {
  if (groups.positives == 0 || groups.negatives == 0) return {};
  // Only where the next group brings cases of the other class does the curve have a corner.
  std::vector<CurvePoint> corners = {{groups.groups.front().score + 1, 0, 0, kNone}};
  std::uint64_t found = 0, alarms = 0;
  for (std::size_t i = 0; i < groups.groups.size(); ++i) {
    const ScoreGroup& group = groups.groups[i];
    found += group.positives;
    alarms += group.negatives;
    const bool straight = i + 1 < groups.groups.size() &&
                          ((group.positives == 0 && groups.groups[i + 1].positives == 0) ||
                           (group.negatives == 0 && groups.groups[i + 1].negatives == 0));
    if (straight) continue;
    corners.push_back({group.score, share(alarms, groups.negatives), share(found, groups.positives),
                       share(found, found + alarms)});
  }
  std::vector<CurvePoint> points;
  for (const std::size_t i : spread(corners.size(), kMostPoints)) points.push_back(corners[i]);
  return points;
}

Cost take_cost(const ScoreGroups& groups, double miss_price, double alarm_price) {
  if (groups.groups.empty()) return {};
  std::vector<CostPoint> all;
  std::uint64_t found = 0, alarms = 0;
  const auto note = [&](double threshold) {
    const std::uint64_t misses = groups.positives - found;
    all.push_back(
        {threshold, misses, alarms,
         miss_price * static_cast<double>(misses) + alarm_price * static_cast<double>(alarms)});
  };
  note(groups.groups.front().score + 1);
  for (const ScoreGroup& group : groups.groups) {
    found += group.positives;
    alarms += group.negatives;
    note(group.score);
  }
  Cost cost;
  cost.least =
      *std::min_element(all.begin(), all.end(),
                        [](const CostPoint& a, const CostPoint& b) { return a.cost < b.cost; });
  std::reverse(all.begin(), all.end());
  for (const std::size_t i : spread(all.size(), kMostPoints)) cost.points.push_back(all[i]);
  return cost;
}

Calibration calibrate(const std::vector<ScoredCase>& cases, const BootstrapOptions& bootstrap) {
  constexpr std::size_t kBins = 10;
  Calibration calibration;
  std::vector<double> sums(kBins);
  std::vector<std::uint64_t> counts(2 * kBins);  // wrong ones and right ones of each bin
  for (const ScoredCase& c : cases) {
    if (!(c.score >= 0 && c.score <= 1)) return {};
    const std::size_t bin = std::min(kBins - 1, static_cast<std::size_t>(c.score * kBins));
    sums[bin] += c.score;
    ++counts[2 * bin + c.positive];
  }
  if (cases.empty()) return {};
  for (std::size_t i = 0; i < kBins; ++i) {
    const std::uint64_t count = counts[2 * i] + counts[2 * i + 1];
    const double mean = count == 0 ? kNone : sums[i] / static_cast<double>(count);
    calibration.bins.push_back(
        {static_cast<double>(i) / kBins, static_cast<double>(i + 1) / kBins, count, mean, {}});
  }
  // The share of right ones in each bin, then the mean distance from the scores.
  const auto values_of = [&](const std::vector<std::uint64_t>& table) {
    std::vector<double> values;
    double distance = 0, all = 0;
    for (std::size_t i = 0; i < kBins; ++i) {
      const std::uint64_t count = table[2 * i] + table[2 * i + 1];
      values.push_back(share(table[2 * i + 1], count));
      if (count == 0) continue;
      distance += static_cast<double>(count) * std::abs(values[i] - calibration.bins[i].mean_score);
      all += static_cast<double>(count);
    }
    values.push_back(all == 0 ? kNone : distance / all);
    return values;
  };
  std::vector<std::uint64_t> drawn;
  const std::vector<Estimate> estimates =
      intervals(bootstrap, values_of(counts), [&](perturb::Random& random) {
        draw_counts(random, counts, drawn);
        return values_of(drawn);
      });
  for (std::size_t i = 0; i < kBins; ++i) {
    calibration.bins[i].share_true = estimates[i];
    bound_exactly(bootstrap, counts[2 * i + 1], calibration.bins[i].count, calibration.bins[i].share_true);
  }
  calibration.expected_error = estimates[kBins];
  return calibration;
}

}  // namespace darvaza::eval
