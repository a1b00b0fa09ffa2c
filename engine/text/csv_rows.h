// Rows of a CSV file (RFC 4180), one after the other, with their place in the file.
//
//   CsvRows rows(in, "crew.csv");
//   CsvRow row;
//   for (;;) {
//     const Result<bool> more = rows.next(row);
//     if (!more) return tl::unexpected(more.error());
//     if (!*more) break;
//     use(row.fields, row.line);
//   }
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <string>
#include <vector>

#include "darvaza/error.h"

namespace darvaza::text {

struct CsvRow {
  std::uint64_t line = 0;    ///< 1-based line on which the row begins
  std::uint64_t record = 0;  ///< 1-based number of the row; a header row counts, empty lines do not
  bool ends_in_line_end = true;  ///< false: the stream ended with it, as a file does that was cut off
  std::vector<std::string> fields;
};

/// What one row may cost. The defaults leave room for the longest alias lists in use (about
/// 100 KiB) and stop a file whose quotes never close before it fills the memory.
struct CsvLimits {
  std::size_t row_bytes = std::size_t{1} << 20;
  std::size_t fields = 1000;
};

/// Reads rows from a stream that must outlive it. Memory is bounded by one row and one block of
/// 64 KiB. Not thread-safe; different readers are independent.
///
/// RFC 4180 with what real files need: lines end in LF, CR LF or CR; byte order marks of UTF-8 and a first line "sep=," are
/// skipped; empty lines are skipped; blanks around a field are not part of it unless quoted; a
/// quotation mark inside an unquoted field is an ordinary character. Bytes are not otherwise
/// interpreted: fields may hold ill-formed UTF-8.
class CsvRows {
 public:
  /// `name` is what errors call the stream.
  CsvRows(std::istream& in, std::string name, CsvLimits limits = {});
  CsvRows(CsvRows&&) noexcept;
  CsvRows& operator=(CsvRows&&) noexcept;
  ~CsvRows();

  /// Reads the next row into `row` and returns true; at the end of the stream, false. Errors name
  /// the line and record: quotes that never close, text after a closing quote (rows could run into
  /// each other), NUL bytes (not a text in UTF-8), a row over the limits (all
  /// ErrorCode::input_refused), a failing stream (io). After false or an error, further calls
  /// return the same, and `row` holds nothing.
  Result<bool> next(CsvRow& row);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace darvaza::text
