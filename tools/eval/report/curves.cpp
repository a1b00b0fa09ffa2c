#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "eval/report/chart.h"
#include "eval/report/html.h"
#include "eval/report/sections.h"
#include "eval/report/words.h"

namespace darvaza::eval::report {
namespace {

/// One series a matcher, from a function that gives its points.
template <typename PointsOf>
std::vector<ChartSeries> series_of(const Run& run, PointsOf points_of) {
  std::vector<ChartSeries> all;
  for (std::size_t i = 0; i < run.matchers.size(); ++i) {
    ChartSeries series;
    series.name = run.matchers[i].name;
    series.colour = i;
    series.points = points_of(run.matchers[i]);
    all.push_back(std::move(series));
  }
  return all;
}

bool any_points(const Chart& chart) {
  return std::any_of(chart.series.begin(), chart.series.end(),
                     [](const ChartSeries& s) { return !s.points.empty(); });
}

/// One case in all that are not listed: fewer false alarms than that cannot be told apart.
double lowest_rate(const Run& run) {
  return 1 / static_cast<double>(std::max<std::uint64_t>(run.cases - run.positives, 10));
}

Chart budget_chart(const Run& run) {
  Chart chart;
  chart.id = "recall-by-alarms";
  chart.title = "How many are found, for how many false alarms";
  chart.note =
      "To the left, few are stopped for nothing; higher is better. The scale goes in steps of ten.";
  chart.x = {"false alarms among " + std::string(words_of(run.kind).negatives),
             Axis::Scale::logarithmic, Axis::Unit::one_in, lowest_rate(run), 1};
  chart.y = {"recall", Axis::Scale::linear, Axis::Unit::share, 0, 1};
  chart.series = series_of(run, [](const Matcher& matcher) {
    std::vector<ChartPoint> points;
    for (const CurvePoint& p : matcher.curve)
      points.push_back({p.false_alarm_rate, p.recall, kNone, kNone, p.threshold, kNone});
    return points;
  });
  return chart;
}

Chart roc_chart(const Run& run) {
  Chart chart = budget_chart(run);
  chart.id = "roc";
  chart.title = "ROC curve";
  chart.note = "The same, on an even scale. The area under the curve is AUC.";
  chart.x.title = "false alarm rate";
  chart.x.scale = Axis::Scale::linear;
  chart.x.unit = Axis::Unit::share;
  chart.x.low = 0;
  chart.guide = "by chance";
  chart.guide_from = {0, 0};
  chart.guide_to = {1, 1};
  return chart;
}

Chart precision_chart(const Run& run) {
  Chart chart;
  chart.id = "precision-recall";
  chart.title = "Precision and recall";
  chart.note =
      "Precision is how many alarms are right. It depends on how many of the cases are positive: "
      "here " +
      share_text(static_cast<double>(run.positives) / static_cast<double>(run.cases)) + ".";
  chart.x = {"recall", Axis::Scale::linear, Axis::Unit::share, 0, 1};
  chart.y = {"precision", Axis::Scale::linear, Axis::Unit::share, 0, 1};
  chart.series = series_of(run, [](const Matcher& matcher) {
    std::vector<ChartPoint> points;
    for (const CurvePoint& p : matcher.curve) {
      if (!std::isnan(p.precision))
        points.push_back({p.recall, p.precision, kNone, kNone, p.threshold, kNone});
    }
    return points;
  });
  return chart;
}

Chart det_chart(const Run& run) {
  Chart chart;
  chart.id = "det";
  chart.title = "DET curve";
  chart.note =
      "Both kinds of error, stretched as a normal distribution is; lower and further left is "
      "better.";
  const double low = std::clamp(lowest_rate(run), 0.0001, 0.01);
  chart.x = {"false alarm rate", Axis::Scale::probit, Axis::Unit::share, low, 0.9};
  chart.y = {"miss rate", Axis::Scale::probit, Axis::Unit::share, 0.001, 0.9};
  chart.series = series_of(run, [&](const Matcher& matcher) {
    std::vector<ChartPoint> points;
    for (const CurvePoint& p : matcher.curve) {
      points.push_back({p.false_alarm_rate, 1 - p.recall, kNone, kNone, p.threshold, kNone});
    }
    return points;
  });
  return chart;
}

Chart rank_chart(const Run& run) {
  Chart chart;
  chart.id = "ranks";
  chart.title = "Where the right person stands";
  chart.note = "How many queries have the right person among the first answers.";
  double low = 1, last = 2;
  chart.series = series_of(run, [&](const Matcher& matcher) {
    std::vector<ChartPoint> points;
    for (const RankShare& r : matcher.ranks) {
      points.push_back(
          {static_cast<double>(r.rank), r.share.value, r.share.low, r.share.high, kNone, kNone});
      last = std::max(last, static_cast<double>(r.rank));
      if (!std::isnan(r.share.value)) low = std::min(low, r.share.value);
    }
    return points;
  });
  for (ChartSeries& series : chart.series) series.band = series.colour == 0;
  chart.x = {"among the first", Axis::Scale::linear, Axis::Unit::number, 1, last};
  chart.y = {"share of queries", Axis::Scale::linear, Axis::Unit::share,
             std::floor(low * 10) / 10 * 0.999999, 1};
  if (chart.y.low < 0.3) chart.y.low = 0;
  return chart;
}

/// Of one matcher: several clouds of dots would hide each other.
Chart reliability_chart(const Matcher& matcher) {
  Chart chart;
  chart.id = "reliability";
  chart.title = "Can scores be read as probabilities?";
  chart.note =
      "Each dot is a range of scores; its size says how many cases are in it. On the line, a score "
      "of 0.9 is right nine times in ten; "
      "below it, scores promise too much.";
  chart.x = {"score", Axis::Scale::linear, Axis::Unit::number, 0, 1};
  chart.y = {"how often it was right", Axis::Scale::linear, Axis::Unit::share, 0, 1};
  ChartSeries series;
  series.name = matcher.name;
  series.dots = true;
  std::uint64_t largest = 1;
  for (const ReliabilityBin& bin : matcher.calibration.bins) largest = std::max(largest, bin.count);
  for (const ReliabilityBin& bin : matcher.calibration.bins) {
    if (bin.count == 0) continue;
    series.points.push_back({bin.mean_score, bin.share_true.value, bin.share_true.low,
                             bin.share_true.high, kNone,
                             static_cast<double>(bin.count) / static_cast<double>(largest)});
  }
  chart.series.push_back(std::move(series));
  chart.guide = "scores that are probabilities";
  chart.guide_from = {0, 0};
  chart.guide_to = {1, 1};
  return chart;
}

}  // namespace

std::string curves_section(const Run& run) {
  if (run.matchers.empty()) return {};
  std::vector<Chart> charts;
  if (run.kind == Kind::retrieval) {
    charts.push_back(rank_chart(run));
  } else {
    charts = {budget_chart(run), roc_chart(run), precision_chart(run), det_chart(run)};
  }
  charts.push_back(reliability_chart(run.matchers.front()));
  std::string figures;
  for (const Chart& chart : charts) {
    if (any_points(chart)) figures += chart_html(chart);
  }
  if (figures.empty()) return {};
  return "<section id=\"curves\">\n<h2>Curves</h2>\n<div class=\"charts\">\n" + figures +
         "</div>\n</section>\n";
}

}  // namespace darvaza::eval::report
