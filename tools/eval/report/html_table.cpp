#include "eval/report/html_table.h"

#include <cmath>

#include <fmt/core.h>

#include "eval/report/html.h"

namespace darvaza::eval::report {

void HtmlTable::add(std::vector<Cell> cells, std::string css_class) {
  rows_.push_back({std::move(cells), std::move(css_class)});
}

std::string HtmlTable::html() const {
  std::string out = "<div class=\"scroll\"><table class=\"sortable\">\n<thead><tr>";
  for (const Column& column : columns_) {
    out += fmt::format("<th scope=\"col\"{}>{}</th>", column.number ? " class=\"number\"" : "",
                       escaped(column.heading));
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const Row& row : rows_) {
    out += row.css_class.empty() ? "<tr>" : "<tr class=\"" + row.css_class + "\">";
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const Cell& cell = row.cells[i];
      out +=
          fmt::format("<td{} data-key=\"{}\">{}</td>",
                      columns_[i].number ? " class=\"number\"" : "", escaped(cell.key), cell.html);
    }
    out += "</tr>\n";
  }
  return out + "</tbody></table></div>\n";
}

Cell text_cell(const std::string& text) { return {name_text(text), text}; }

Cell count_cell(std::uint64_t count) { return {count_text(count), std::to_string(count)}; }

Cell number_cell(std::string html, double value) {
  return {std::move(html), std::isnan(value) ? "" : fmt::format("{:.9g}", value)};
}

}  // namespace darvaza::eval::report
