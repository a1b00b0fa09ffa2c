// The measures of decisions, from cases ordered by score. docs/eval.md says what each is good for.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "eval/bootstrap.h"
#include "eval/run.h"
#include "eval/score_groups.h"

namespace darvaza::eval {

/// A measure and the score at which it was taken; kNone where there is none.
struct Taken {
  double value = kNone;
  double threshold = kNone;
};

/// The area under the ROC curve: how often a positive case scores higher than a negative one, ties
/// counting half.
double auc(const ScoreGroups& groups);
/// The best F1 of all thresholds; of equals, the highest threshold.
Taken best_f1(const ScoreGroups& groups);
/// Right and wrong decisions when scores from `threshold` on raise an alarm. Intervals are left
/// empty.
ThresholdRow decide(const ScoreGroups& groups, double threshold);
/// The recall at the threshold that lets about one negative in `one_in` raise an alarm: the score
/// of the negative that has that many at or above it; just above it, when several share it. kNone
/// with fewer than `one_in` negatives.
Taken recall_at_one_in(const ScoreGroups& groups, std::uint64_t one_in);

/// Of the rates of false alarms at which recall is given, 1 in 100, 1,000 and 10,000, those that so few negatives cannot
/// show, for a remark: "1,000 and 10,000"; empty for enough of them.
std::string_view rates_beyond(std::uint64_t negatives);

/// A measure that can be asked of any groups.
struct Measure {
  std::string name, label;
  std::function<Taken(const ScoreGroups&)> take;
  bool higher_is_better = true;
  /// Of which count of the groups it is the share: for its exact bounds. Null where it is no share.
  std::uint64_t ScoreGroups::* whole = nullptr;
};
Measure auc_measure();
Measure best_f1_measure();
Measure f1_measure(double threshold);          ///< "f1_at_0.5"
Measure recall_measure(std::uint64_t one_in);  ///< "recall_at_1_in_1000"
Measure recall_above_measure(std::string name, std::string label, double threshold);

/// The share of positives that have at least `threshold`; of none, kNone.
double recall_above(const ScoreGroups& groups, double threshold);

/// All measures of the groups, with intervals.
std::vector<Figure> take_figures(const std::vector<Measure>& measures, const ScoreGroups& groups,
                                 const BootstrapOptions& bootstrap);

/// decide() at each threshold, with intervals.
std::vector<ThresholdRow> take_thresholds(const std::vector<double>& thresholds,
                                          const ScoreGroups& groups,
                                          const BootstrapOptions& bootstrap);

/// The points of ROC, precision-recall and DET curve: all corners, or 1,000 of them.
std::vector<CurvePoint> take_curve(const ScoreGroups& groups);

/// What decisions cost at each threshold. A threshold above all scores raises no alarm: it is the
/// highest score and 1.
Cost take_cost(const ScoreGroups& groups, double miss_price, double alarm_price);

/// Ten bins between 0 and 1 of score against truth; none when a score lies outside.
Calibration calibrate(const std::vector<ScoredCase>& cases, const BootstrapOptions& bootstrap);

}  // namespace darvaza::eval
