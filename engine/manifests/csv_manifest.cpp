#include "manifests/csv_manifest.h"

#include <algorithm>
#include <istream>
#include <sstream>
#include <utility>

#include <fmt/core.h>

#include "manifests/person_row.h"
#include "manifests/traveller_facts.h"
#include "text/csv_rows.h"

namespace darvaza::manifests {
namespace {

using records::PersonColumn;
using records::PersonColumns;

bool can_identify(const PersonColumns& columns) {
  return columns.describe_persons() || columns.has(PersonColumn::document_number);
}

/// `all_known`: there is no heading that nobody reads.
Traveller read_row(const PersonColumns& columns, std::size_t width, bool all_known, const text::CsvRow& row,
                   int reference_year, ManifestSink& sink) {
  const std::string where = fmt::format("line {}", row.line);
  Traveller traveller = read_person_row(columns, row.fields, reference_year, where);
  if (row.fields.size() < width && !row.ends_in_line_end) {
    std::string text = fmt::format("the file ends inside this row, after {} of {} fields and without a line end: it may have been cut off", row.fields.size(), width);
    sink.incomplete(where, text);
    add_unread_name(traveller, where, std::move(text));
  } else if (row.fields.size() != width) {
    std::string text = fmt::format("the row has {} fields, the header {}: values may stand in the wrong columns", row.fields.size(), width);
    // Spreadsheets leave out what is empty at the end; what is too much has moved something.
    const bool moved = std::any_of(row.fields.begin() + static_cast<std::ptrdiff_t>(std::min(width, row.fields.size())), row.fields.end(),
                                   [](const std::string& field) { return !field.empty(); });
    if (moved) {
      add_unread_name(traveller, where, std::move(text));
    } else {
      add_problem(traveller.problems, where, std::move(text));
    }
  }
  if (!all_known) check_family_name(traveller, where);
  check_identifiable(traveller, where);
  return traveller;
}

}  // namespace

bool is_csv_header(std::string_view beginning) {
  std::istringstream in{std::string(beginning)};
  text::CsvRows rows(in, {});
  text::CsvRow header;
  const auto more = rows.next(header);
  return more && *more && can_identify(PersonColumns(header.fields));
}

Result<void> read_csv(ByteSource& source, const std::string& name, int reference_year,
                      ManifestSink& sink) {
  ByteSourceBuffer buffer(source);
  std::istream in(&buffer);
  text::CsvRows rows(in, name);
  text::CsvRow row;
  auto more = rows.next(row);
  if (!more) return tl::unexpected<Error>(more.error());
  const PersonColumns columns(row.fields);
  if (!*more || !can_identify(columns)) {
    return fail(ErrorCode::input_refused,
                "the header row names no column for a name, a document number or an mrz", name, 1);
  }
  const std::string unread = unread_headings(row.fields);
  if (!unread.empty()) sink.problem("line 1", unread);
  const std::size_t width = row.fields.size();
  while ((more = rows.next(row)) && *more) {
    sink.deliver(read_row(columns, width, unread.empty(), row, reference_year, sink));
  }
  return more ? Result<void>() : broke_off(sink, more.error());
}

}  // namespace darvaza::manifests
