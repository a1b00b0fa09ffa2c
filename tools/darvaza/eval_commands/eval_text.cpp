#include "eval_commands/eval_text.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "output/table.h"
#include "output/terminal.h"

namespace darvaza::tool {
namespace {

using eval::Figure;
using eval::Matcher;
using eval::Run;

constexpr std::size_t kShownWorst = 5;

std::string number_text(double value) {
  return std::isnan(value) ? "-" : fmt::format("{:.4f}", value);
}

std::string heading(const Run& run) {
  switch (run.kind) {
    case eval::Kind::pairs:
      return fmt::format("{} pairs, {} of them one person's", run.cases, run.positives);
    case eval::Kind::retrieval:
      return fmt::format("{} queries against {} names of {} listed persons", run.cases,
                         run.listed_names, run.listed_entries);
    case eval::Kind::screening:
      break;
  }
  return fmt::format("{} listed and {} unlisted travellers", run.positives,
                     run.cases - run.positives);
}

/// One row a measure, one column a matcher: at most four matchers a table, so that it fits a
/// terminal.
std::string figure_tables(const Run& run) {
  constexpr std::size_t kColumns = 4;
  std::string text;
  for (std::size_t first = 0; first < run.matchers.size(); first += kColumns) {
    const std::size_t end = std::min(first + kColumns, run.matchers.size());
    std::vector<Table::Column> columns = {{"measure"}};
    for (std::size_t i = first; i < end; ++i)
      columns.push_back({run.matchers[i].name, Table::Align::right});
    Table table(columns);
    for (std::size_t row = 0; row < run.matchers[first].figures.size(); ++row) {
      const Figure& measure = run.matchers[first].figures[row];
      std::vector<std::string> cells = {measure.label};
      for (std::size_t i = first; i < end; ++i) {
        const auto& figures = run.matchers[i].figures;
        const auto same = std::find_if(figures.begin(), figures.end(),
                                       [&](const Figure& f) { return f.name == measure.name; });
        cells.push_back(same == figures.end() ? "" : estimate_text(same->estimate));
      }
      table.add(cells);
    }
    std::vector<std::string> seconds = {"seconds"};
    for (std::size_t i = first; i < end; ++i) {
      seconds.push_back(fmt::format("{:.2f}", run.matchers[i].seconds));
    }
    table.add(seconds);
    text += '\n' + table.take();
  }
  return text;
}

std::string threshold_text(const Matcher& matcher) {
  std::string text;
  for (const Figure& figure : matcher.figures) {
    if (std::isnan(figure.threshold)) continue;
    text += fmt::format("{}{} at {:.4f}", text.empty() ? "" : "; ", figure.label, figure.threshold);
  }
  return text.empty() ? text : fmt::format("thresholds: {}\n", text);
}

std::string slice_table(const Matcher& matcher) {
  if (matcher.slices.empty()) return {};
  std::vector<Table::Column> columns = {
      {"slice"}, {""}, {"cases", Table::Align::right}, {"positive", Table::Align::right}};
  for (const Figure& figure : matcher.slices.front().figures) {
    columns.push_back({figure.label, Table::Align::right});
  }
  Table table(columns);
  for (const eval::Slice& slice : matcher.slices) {
    std::vector<std::string> cells = {slice.dimension, slice.value, fmt::to_string(slice.cases),
                                      fmt::to_string(slice.positives)};
    for (const Figure& figure : slice.figures) cells.push_back(number_text(figure.estimate.value));
    table.add(cells);
  }
  return '\n' + table.take();
}

std::string worst_text(const char* title, const std::vector<eval::Case>& cases) {
  std::string text;
  for (std::size_t i = 0; i < std::min(cases.size(), kShownWorst); ++i) {
    const eval::Case& c = cases[i];
    text += fmt::format("  {:.4f}  {} ~ {}{}\n", c.score, printable(c.asked),
                        printable(c.truth.empty() ? c.answer : c.truth),
                        c.where.empty() ? "" : fmt::format("  [{}]", printable(c.where)));
  }
  return text.empty() ? text : fmt::format("\n{}\n{}", title, text);
}

std::string cost_text(const Run& run, const Matcher& matcher) {
  if (matcher.cost.points.empty()) return {};
  return fmt::format(
      "cost: at {} a miss and {} a false alarm least at threshold {:.4f}: {} misses, {} false "
      "alarms, {:.0f}\n",
      run.miss_price, run.alarm_price, matcher.cost.least.threshold, matcher.cost.least.misses,
      matcher.cost.least.false_alarms, matcher.cost.least.cost);
}

std::string calibration_text(const Matcher& matcher) {
  if (matcher.calibration.bins.empty()) return {};
  return fmt::format("calibration: scores are off by {} on average\n",
                     estimate_text(matcher.calibration.expected_error));
}

}  // namespace

std::string estimate_text(const eval::Estimate& estimate) {
  if (std::isnan(estimate.value)) return "-";
  if (std::isnan(estimate.low)) return fmt::format("{:.4f}", estimate.value);
  return fmt::format("{:.4f} ({:.4f} to {:.4f})", estimate.value, estimate.low, estimate.high);
}

std::string run_text(const Run& run) {
  std::string text = heading(run) + '\n' + figure_tables(run);
  if (run.bootstrap_rounds > 0) {
    text += fmt::format("in parentheses: what {:.0f} % of {} draws of the cases give\n",
                        run.confidence * 100, run.bootstrap_rounds);
  }
  for (const std::string& remark : run.remarks)
    text += fmt::format("note: {}\n", printable(remark));
  if (run.matchers.empty()) return text;
  const Matcher& engine = run.matchers.front();
  text += fmt::format("\n{}\n{}{}{}", engine.name, threshold_text(engine), calibration_text(engine),
                      cost_text(run, engine));
  text += slice_table(engine);
  text += worst_text("worst misses", engine.misses);
  text += worst_text("worst false alarms", engine.false_alarms);
  return text;
}

}  // namespace darvaza::tool
