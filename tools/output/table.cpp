#include "output/table.h"

#include <algorithm>

#include "output/terminal.h"

namespace darvaza::tool {

void Table::add(const std::vector<std::string>& cells) {
  std::vector<std::string>& row = rows_.emplace_back();
  for (const std::string& cell : cells) row.push_back(printable(cell));
  row.resize(columns_.size());
}

std::string Table::line(const std::vector<std::string>& cells,
                        const std::vector<std::size_t>& widths) const {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string gap(widths[i] - display_width(cells[i]), ' ');
    const bool right = columns_[i].align == Align::right;
    if (i > 0) out += "  ";
    out += right ? gap + cells[i] : cells[i] + gap;
  }
  out.erase(out.find_last_not_of(' ') + 1);
  return out += '\n';
}

std::string Table::take(bool headings) {
  std::vector<std::string> titles;
  for (const Column& column : columns_) titles.push_back(column.heading);
  if (headings) rows_.insert(rows_.begin(), titles);

  std::vector<std::size_t> widths(columns_.size(), 0);
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(row[i]));
    }
  }
  std::string out;
  for (const auto& row : rows_) out += line(row, widths);
  rows_.clear();
  return out;
}

}  // namespace darvaza::tool
