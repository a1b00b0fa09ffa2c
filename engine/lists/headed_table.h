// Lists in CSV whose first row names the columns.
#pragma once

#include <functional>
#include <istream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/error.h"
#include "lists/source_recorder.h"

namespace darvaza::lists {

/// Where the columns of a table are, for formats with their own headings.
class TableHeader {
 public:
  explicit TableHeader(std::span<const std::string> headings);

  bool has(std::string_view heading) const;
  /// Where the column of a heading is, for tables of so many rows that looking for it in each would
  /// cost.
  std::optional<std::size_t> column(std::string_view heading) const;
  /// The trimmed value in the column of the first of `headings` that the table has and that is not
  /// empty in this row; headings are compared in lower case, with '_' for blanks.
  std::string_view get(std::span<const std::string> fields,
                       std::initializer_list<std::string_view> headings) const;

 private:
  std::vector<std::string> headings_;
};

/// Remarks once upon the columns of a table that nobody reads: one may be a misspelt one that matters.
void remark_unread(std::span<const std::string> headings, const std::function<bool(const std::string& heading)>& is_read, SourceRecorder& recorder);

/// Remarks once upon headings that a table has twice, where only the first column of a heading is read.
void remark_given_twice(std::span<const std::string> headings, SourceRecorder& recorder);

/// Receives the headings once, before any row.
using HeadingsVisitor = std::function<void(std::span<const std::string>)>;
/// Receives one row, as wide as the header.
using TableRowVisitor = std::function<void(std::span<const std::string>, Place)>;

/// Asked about the first row: whether the headings come only after it (a line about the file
/// itself).
using PreambleTest = std::function<bool(std::span<const std::string>)>;

/// Reads a table. Of a row that is shorter than the header what is left out is empty, with a remark; one with more values is skipped with a
/// reason, and where columns say on what terms entries are shared, a shorter one, too. Ill-formed UTF-8 is repaired with a remark. Records are numbered from 1, the header and a row before it not
/// counted.
Result<void> read_headed_table(std::istream& in, SourceRecorder& recorder,
                               const HeadingsVisitor& headings, const TableRowVisitor& row,
                               const PreambleTest& is_preamble = {});

}  // namespace darvaza::lists
