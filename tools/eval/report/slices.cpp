#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "eval/report/html.h"
#include "eval/report/html_table.h"
#include "eval/report/sections.h"
#include "eval/report/words.h"

namespace darvaza::eval::report {
namespace {

const Figure* find_figure(const Slice& slice, std::string_view name) {
  const auto found = std::find_if(slice.figures.begin(), slice.figures.end(),
                                  [&](const Figure& figure) { return figure.name == name; });
  return found == slice.figures.end() ? nullptr : &*found;
}

const Slice* find_slice(const Matcher& matcher, const Slice& like) {
  const auto found =
      std::find_if(matcher.slices.begin(), matcher.slices.end(), [&](const Slice& slice) {
        return slice.dimension == like.dimension && slice.value == like.value;
      });
  return found == matcher.slices.end() ? nullptr : &*found;
}

/// The figure that the slices are compared by: the first share that any of them has a value for.
std::string bar_figure(const std::vector<Slice>& slices) {
  for (const Slice& slice : slices) {
    for (const Figure& figure : slice.figures) {
      if (is_share(figure.name) && !std::isnan(figure.estimate.value)) return figure.name;
    }
  }
  return {};
}

/// A bar from nothing to all, with the interval on it.
std::string bar(const Estimate& estimate) {
  const double value = std::clamp(estimate.value, 0.0, 1.0);
  std::string out = fmt::format(
      "<span class=\"bar\" aria-hidden=\"true\"><i style=\"width:{:.1f}%\"></i>", 100 * value);
  if (!std::isnan(estimate.low) && !std::isnan(estimate.high)) {
    out += fmt::format("<b style=\"left:{:.1f}%;width:{:.1f}%\"></b>", 100 * estimate.low,
                       100 * std::max(estimate.high - estimate.low, 0.005));
  }
  return out + "</span>";
}

Cell own_cell(const Figure* figure, bool with_bar) {
  if (figure == nullptr || std::isnan(figure->estimate.value)) return {"–", ""};
  std::string html = value_text(figure->name, figure->estimate.value);
  if (with_bar) html += bar(figure->estimate);
  const std::string interval = interval_text(figure->name, figure->estimate);
  if (!interval.empty()) html += "<small>" + interval + "</small>";
  return number_cell(html, figure->estimate.value);
}

std::string dimension_table(const Run& run, const std::vector<const Slice*>& slices,
                            const std::string& bars) {
  const Matcher& own = run.matchers.front();
  const std::vector<Figure>& figures = slices.front()->figures;
  std::vector<HtmlTable::Column> columns = {{slices.front()->dimension, false}, {"cases", true}};
  if (run.kind != Kind::retrieval) columns.push_back({"positive", true});
  for (const Figure& figure : figures) columns.push_back({figure.label, true});
  for (std::size_t m = 1; m < run.matchers.size() && !bars.empty(); ++m)
    columns.push_back({run.matchers[m].name, true});
  HtmlTable table(columns);
  for (const Slice* slice : slices) {
    std::vector<Cell> cells = {text_cell(slice->value), count_cell(slice->cases)};
    if (run.kind != Kind::retrieval) cells.push_back(count_cell(slice->positives));
    for (const Figure& figure : figures) {
      cells.push_back(own_cell(find_figure(*slice, figure.name), figure.name == bars));
    }
    for (std::size_t m = 1; m < run.matchers.size() && !bars.empty(); ++m) {
      const Slice* other = find_slice(run.matchers[m], *slice);
      const Figure* figure = other == nullptr ? nullptr : find_figure(*other, bars);
      const double value = figure == nullptr ? kNone : figure->estimate.value;
      cells.push_back(number_cell(value_text(bars, value), value));
    }
    table.add(std::move(cells));
  }
  std::string label;
  for (const Figure& figure : figures) label = figure.name == bars ? figure.label : label;
  std::string out = "<h3>By " + escaped(slices.front()->dimension) + "</h3>\n";
  if (run.matchers.size() > 1 && !bars.empty()) {
    out += "<p>Figures of " + name_text(own.name) + "; the last columns are " + escaped(label) +
           " of the other matchers.</p>\n";
  }
  return out + table.html();
}

}  // namespace

std::string slices_section(const Run& run) {
  if (run.matchers.empty() || run.matchers.front().slices.empty()) return {};
  const std::vector<Slice>& slices = run.matchers.front().slices;
  const std::string bars = bar_figure(slices);
  std::string tables;
  for (std::size_t begin = 0; begin < slices.size();) {
    std::vector<const Slice*> dimension;
    std::size_t end = begin;
    for (; end < slices.size() && slices[end].dimension == slices[begin].dimension; ++end) {
      dimension.push_back(&slices[end]);
    }
    tables += dimension_table(run, dimension, bars);
    begin = end;
  }
  return "<section id=\"slices\">\n<h2>Where it is good, and where not</h2>\n<p>The same figures "
         "for parts of the cases. Small parts have "
         "wide intervals: differences inside them may be chance.</p>\n" +
         tables + "</section>\n";
}

}  // namespace darvaza::eval::report
