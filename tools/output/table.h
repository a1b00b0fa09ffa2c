// Rows with aligned columns, for people to read.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

namespace darvaza::tool {

/// Collects rows and writes them with columns as wide as their widest cell. Cells are made
/// printable (terminal.h) when they are added.
class Table {
 public:
  enum class Align { left, right };
  struct Column {
    std::string heading;
    Align align = Align::left;
  };

  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  /// One cell a column.
  void add(const std::vector<std::string>& cells);
  std::size_t rows() const { return rows_.size(); }

  /// The rows as text, with a line of headings if `headings`; the table is empty afterwards.
  std::string take(bool headings = true);

 private:
  std::string line(const std::vector<std::string>& cells,
                   const std::vector<std::size_t>& widths) const;

  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace darvaza::tool
