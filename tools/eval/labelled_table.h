// Labelled data as rows of named columns, from CSV or JSON Lines, whatever another tool called
// them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "darvaza/error.h"

namespace darvaza::eval {

/// What --column says: our name of a column, and what the file calls it.
using ColumnNames = std::vector<std::pair<std::string, std::string>>;

struct LabelledRow {
  std::uint64_t line = 0;           ///< 1-based line on which it begins
  std::vector<std::string> fields;  ///< one a column
};

struct LabelledTable {
  std::string file;
  std::vector<std::string> columns;  ///< lower-case, by our names
  std::vector<LabelledRow> rows;

  /// Where the first column stands that has one of these names, the earlier name first.
  std::optional<std::size_t> find(std::initializer_list<std::string_view> names) const;
  /// The same; without it the file is refused with what was expected.
  Result<std::size_t> need(std::initializer_list<std::string_view> names) const;
  /// "data.csv:17" as an error about one row.
  tl::unexpected<Error> refuse(const LabelledRow& row, std::string message) const;
};

/// Reads a whole file into memory. A file whose first character is '{' is JSON Lines, one object a
/// line: text, numbers, true and false become text, null an empty field, an array its elements
/// divided by ';'. Anything else is CSV with a line of headings. Both bound a row to 1 MiB and
/// 1,000 columns. Errors say file and
/// line. A renamed column that the file does not have is refused, unless it may be in another file.
Result<LabelledTable> read_labelled(const std::string& path, const ColumnNames& names,
                                    bool other_files = false);

}  // namespace darvaza::eval
