#include "eval/run_csv.h"

#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "output/csv_text.h"

namespace darvaza::eval {
namespace {

std::string number(double value) { return std::isnan(value) ? "" : fmt::to_string(value); }

/// Writes the rows of one matcher.
class Rows {
 public:
  Rows(std::string& csv, const std::string& matcher) : csv_(csv), matcher_(matcher) {}

  void add(std::string_view part, const std::string& item, std::string_view figure,
           const Estimate& estimate, double threshold = kNone) {
    csv_ +=
        tool::csv_line({matcher_, std::string(part), item, std::string(figure), number(estimate.value),
                        number(estimate.low), number(estimate.high), number(threshold)});
  }
  void add(std::string_view part, const std::string& item, std::string_view figure, double value,
           double threshold = kNone) {
    add(part, item, figure, Estimate{value, kNone, kNone}, threshold);
  }
  void add(std::string_view part, const std::string& item, const std::vector<Figure>& figures) {
    for (const Figure& f : figures) add(part, item, f.name, f.estimate, f.threshold);
  }

 private:
  std::string& csv_;
  const std::string& matcher_;
};

void add_thresholds(Rows& rows, const std::vector<ThresholdRow>& thresholds) {
  for (const ThresholdRow& row : thresholds) {
    const std::string item = number(row.threshold);
    rows.add("threshold", item, "true_positives", static_cast<double>(row.true_positives),
             row.threshold);
    rows.add("threshold", item, "false_positives", static_cast<double>(row.false_positives),
             row.threshold);
    rows.add("threshold", item, "false_negatives", static_cast<double>(row.false_negatives),
             row.threshold);
    rows.add("threshold", item, "true_negatives", static_cast<double>(row.true_negatives),
             row.threshold);
    rows.add("threshold", item, "precision", row.precision, row.threshold);
    rows.add("threshold", item, "recall", row.recall, row.threshold);
    rows.add("threshold", item, "f1", row.f1, row.threshold);
  }
}

void add_curve(Rows& rows, const std::vector<CurvePoint>& curve) {
  for (std::size_t i = 0; i < curve.size(); ++i) {
    const CurvePoint& point = curve[i];
    const std::string item = fmt::to_string(i);
    rows.add("curve", item, "false_alarm_rate", point.false_alarm_rate, point.threshold);
    rows.add("curve", item, "recall", point.recall, point.threshold);
    rows.add("curve", item, "precision", point.precision, point.threshold);
  }
}

void add_calibration(Rows& rows, const Calibration& calibration) {
  for (const ReliabilityBin& bin : calibration.bins) {
    const std::string item = fmt::format("{} to {}", bin.low, bin.high);
    rows.add("calibration", item, "count", static_cast<double>(bin.count));
    rows.add("calibration", item, "mean_score", bin.mean_score);
    rows.add("calibration", item, "share_true", bin.share_true);
  }
  if (calibration.bins.empty()) return;
  rows.add("calibration", "all", "expected_error", calibration.expected_error);
}

void add_cost(Rows& rows, const Cost& cost) {
  const auto add = [&](const std::string& item, const CostPoint& point) {
    rows.add("cost", item, "misses", static_cast<double>(point.misses), point.threshold);
    rows.add("cost", item, "false_alarms", static_cast<double>(point.false_alarms),
             point.threshold);
    rows.add("cost", item, "cost", point.cost, point.threshold);
  };
  if (cost.points.empty()) return;
  add("least", cost.least);
  for (std::size_t i = 0; i < cost.points.size(); ++i) add(fmt::to_string(i), cost.points[i]);
}

}  // namespace

std::string to_csv(const Run& run) {
  std::string csv = "matcher,part,item,figure,value,low,high,threshold\n";
  for (const Matcher& matcher : run.matchers) {
    Rows rows(csv, matcher.name);
    rows.add("all", "", "seconds", matcher.seconds);
    rows.add("all", "", matcher.figures);
    add_thresholds(rows, matcher.thresholds);
    add_curve(rows, matcher.curve);
    for (const RankShare& rank : matcher.ranks) {
      rows.add("rank", fmt::to_string(rank.rank), "share", rank.share);
    }
    add_calibration(rows, matcher.calibration);
    add_cost(rows, matcher.cost);
    for (const Slice& slice : matcher.slices) {
      rows.add(slice.dimension, slice.value, "cases", static_cast<double>(slice.cases));
      rows.add(slice.dimension, slice.value, "positives", static_cast<double>(slice.positives));
      rows.add(slice.dimension, slice.value, slice.figures);
    }
  }
  return csv;
}

}  // namespace darvaza::eval
