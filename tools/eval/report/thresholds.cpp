#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "eval/report/chart.h"
#include "eval/report/html.h"
#include "eval/report/html_table.h"
#include "eval/report/sections.h"
#include "eval/report/words.h"

namespace darvaza::eval::report {
namespace {

Cell estimate_cell(const Estimate& estimate) {
  std::string html = share_text(estimate.value);
  const std::string interval = interval_text("precision", estimate);
  if (!interval.empty()) html += "<small>" + interval + "</small>";
  return number_cell(html, estimate.value);
}

std::string threshold_table(const Matcher& matcher) {
  HtmlTable table({{"Alarm from", true},
                   {"Found", true},
                   {"Missed", true},
                   {"False alarms", true},
                   {"Recall", true},
                   {"Precision", true},
                   {"F1", true}});
  for (const ThresholdRow& row : matcher.thresholds) {
    table.add({number_cell(fmt::format("{:.4g}", row.threshold), row.threshold),
               count_cell(row.true_positives), count_cell(row.false_negatives),
               count_cell(row.false_positives), estimate_cell(row.recall),
               estimate_cell(row.precision), estimate_cell(row.f1)});
  }
  return table.html();
}

std::vector<ChartPoint> points_of(const Matcher& matcher, Estimate ThresholdRow::*measure) {
  std::vector<ChartPoint> points;
  for (const ThresholdRow& row : matcher.thresholds) {
    const Estimate& estimate = row.*measure;
    if (!std::isnan(estimate.value)) {
      points.push_back({row.threshold, estimate.value, estimate.low, estimate.high, kNone, kNone});
    }
  }
  return points;
}

Chart threshold_chart(const Matcher& matcher) {
  Chart chart;
  chart.id = "by-threshold";
  chart.title = "What a threshold does";
  chart.note =
      "A higher threshold raises fewer alarms: more of them are right, and more people are missed. "
      "Bands are intervals.";
  chart.x = {"threshold", Axis::Scale::linear, Axis::Unit::number,
             matcher.thresholds.front().threshold, matcher.thresholds.back().threshold};
  chart.y = {"share", Axis::Scale::linear, Axis::Unit::share, 0, 1};
  chart.series = {{"recall", 0, points_of(matcher, &ThresholdRow::recall), false, true},
                  {"precision", 1, points_of(matcher, &ThresholdRow::precision), false, true},
                  {"F1", 2, points_of(matcher, &ThresholdRow::f1), false, false}};
  return chart;
}

/// Matchers whose scores are between 0 and 1 (or -1 for nothing): others have a scale of their own.
/// The last threshold may lie above all scores.
bool has_usual_scores(const Matcher& matcher) {
  const auto& points = matcher.cost.points;
  return !points.empty() && std::all_of(points.begin(), points.end() - 1, [](const CostPoint& p) {
    return p.threshold >= -1 && p.threshold <= 1;
  });
}

Chart cost_chart(const Run& run) {
  Chart chart;
  chart.id = "cost";
  chart.title = "What decisions cost";
  chart.note = fmt::format(
      "A miss at {:g}, a false alarm at {:g}. The lowest point of each line is that matcher's best "
      "threshold.",
      run.miss_price, run.alarm_price);
  const double nobody = run.miss_price * static_cast<double>(run.positives);
  chart.x = {"threshold", Axis::Scale::linear, Axis::Unit::number, 0, 1};
  chart.y = {"cost of all decisions", Axis::Scale::linear, Axis::Unit::number, 0,
             1.25 * std::max(nobody, 1e-9)};
  for (std::size_t i = 0; i < run.matchers.size(); ++i) {
    const Matcher& matcher = run.matchers[i];
    if (!has_usual_scores(matcher)) continue;
    ChartSeries series;
    series.name = matcher.name;
    series.colour = i;
    for (const CostPoint& p : matcher.cost.points) {
      // Lines leave the chart at its upper edge instead of running along it.
      if (p.threshold < 0 || p.threshold > 1 || p.cost > chart.y.high) continue;
      series.points.push_back({p.threshold, p.cost, kNone, kNone, kNone, kNone});
    }
    chart.series.push_back(std::move(series));
  }
  chart.guide = "nobody is stopped";
  chart.guide_from = {0, nobody};
  chart.guide_to = {1, nobody};
  return chart;
}

std::string cost_table(const Run& run) {
  HtmlTable table({{"Matcher", false},
                   {"Cheapest threshold", true},
                   {"Misses", true},
                   {"False alarms", true},
                   {"Cost", true}});
  for (const Matcher& matcher : run.matchers) {
    if (matcher.cost.points.empty()) continue;
    const CostPoint& least = matcher.cost.least;
    table.add({text_cell(matcher.name),
               number_cell(fmt::format("{:.4g}", least.threshold), least.threshold),
               count_cell(least.misses), count_cell(least.false_alarms),
               number_cell(number_text(least.cost), least.cost)},
              &matcher == &run.matchers.front() ? "own" : "");
  }
  return table.html();
}

}  // namespace

std::string thresholds_section(const Run& run) {
  if (run.matchers.empty() || run.kind == Kind::retrieval) return {};
  const Matcher& matcher = run.matchers.front();
  std::string charts, tables;
  if (matcher.thresholds.size() > 1) {
    charts += chart_html(threshold_chart(matcher));
    tables += "<h3>Thresholds of " + name_text(matcher.name) + "</h3>\n" + threshold_table(matcher);
  }
  if (!matcher.cost.points.empty()) {
    charts += chart_html(cost_chart(run));
    tables += "<h3>Cheapest thresholds</h3>\n" + cost_table(run);
  }
  if (charts.empty()) return {};
  return "<section id=\"thresholds\">\n<h2>Thresholds and cost</h2>\n<div class=\"charts\">\n" +
         charts + "</div>\n" + tables + "</section>\n";
}

}  // namespace darvaza::eval::report
