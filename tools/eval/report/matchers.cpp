#include <cmath>
#include <vector>

#include <fmt/core.h>

#include "eval/report/html.h"
#include "eval/report/html_table.h"
#include "eval/report/sections.h"
#include "eval/report/words.h"

namespace darvaza::eval::report {
namespace {

/// The best value that any matcher has of a figure; kNone when none has one.
double best_of(const Run& run, const Figure& figure) {
  double best = kNone;
  for (const Matcher& matcher : run.matchers) {
    const Figure* own = find_figure(matcher, figure.name);
    if (own == nullptr || std::isnan(own->estimate.value)) continue;
    const double value = own->estimate.value;
    if (std::isnan(best) || (value != best && (value > best) == figure.higher_is_better))
      best = value;
  }
  return best;
}

Cell figure_cell(const Figure* figure, double best) {
  if (figure == nullptr) return {"–", ""};
  const double value = figure->estimate.value;
  std::string html = value_text(figure->name, value);
  if (value == best) html = "<strong>" + html + "</strong>";
  const std::string interval = interval_text(figure->name, figure->estimate);
  if (!interval.empty()) html += "<small>" + interval + "</small>";
  if (!std::isnan(figure->threshold))
    html += "<small>" + threshold_text(figure->threshold) + "</small>";
  return number_cell(html, value);
}

}  // namespace

std::string matchers_section(const Run& run) {
  if (run.matchers.empty()) return {};
  std::vector<HtmlTable::Column> columns = {{"Matcher", false}};
  std::vector<Figure> figures;
  std::vector<double> best;
  for (const Figure& figure : run.matchers.front().figures) {
    const double value = best_of(run, figure);
    if (std::isnan(value)) continue;  // too few cases for it: the remarks say so
    columns.push_back({figure.label, true});
    figures.push_back(figure);
    best.push_back(value);
  }
  columns.push_back({"Seconds", true});
  HtmlTable table(columns);
  for (const Matcher& matcher : run.matchers) {
    std::vector<Cell> cells = {
        {name_text(matcher.name) + "<small>" + escaped(matcher.about) + "</small>", matcher.name}};
    for (std::size_t i = 0; i < figures.size(); ++i) {
      cells.push_back(figure_cell(find_figure(matcher, figures[i].name), best[i]));
    }
    cells.push_back(number_cell(number_text(matcher.seconds), matcher.seconds));
    table.add(std::move(cells), &matcher == &run.matchers.front() ? "own" : "");
  }
  std::string note = "The best value of each column is bold.";
  if (run.bootstrap_rounds > 0) {
    note += fmt::format(
        " Below each figure stands its {:g} % interval: with other cases of the same kind it would "
        "fall in there.",
        100 * run.confidence);
  }
  return "<section id=\"matchers\">\n<h2>Side by side</h2>\n<p>" + note +
         " A click on a heading orders the rows.</p>\n" + table.html() + "</section>\n";
}

}  // namespace darvaza::eval::report
