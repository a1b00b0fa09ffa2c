// A table of a page whose rows a reader can put into another order.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace darvaza::eval::report {

struct Cell {
  std::string html;  ///< escaped already
  std::string key;   ///< by which rows are ordered: a number or a text; empty comes last
};

class HtmlTable {
 public:
  struct Column {
    std::string heading;  ///< text, not escaped
    bool number = false;  ///< to the right, and first ordered from the largest down
  };

  explicit HtmlTable(std::vector<Column> columns) : columns_(std::move(columns)) {}

  /// One cell a column. `css_class` of the row may be empty.
  void add(std::vector<Cell> cells, std::string css_class = {});
  std::string html() const;

 private:
  struct Row {
    std::vector<Cell> cells;
    std::string css_class;
  };
  std::vector<Column> columns_;
  std::vector<Row> rows_;
};

/// A cell with a text, ordered by it; with a count; with a number that is ordered by its value.
Cell text_cell(const std::string& text);
Cell count_cell(std::uint64_t count);
Cell number_cell(std::string html, double value);

}  // namespace darvaza::eval::report
