#include "lists/headed_table.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <set>
#include <utility>

#include <fmt/core.h>

#include "lists/csv_repair.h"
#include "lists/terms_headings.h"
#include "text/words.h"
#include "records/person_columns.h"
#include "records/trimmed.h"
#include "text/csv_rows.h"
#include "text/utf8.h"

namespace darvaza::lists {

namespace {

std::string plain_heading(std::string_view heading) {
  std::string plain = text::lower_case(records::trimmed(heading));
  std::replace(plain.begin(), plain.end(), ' ', '_');
  return plain;
}

bool says_terms(std::string_view heading) {
  return std::find(std::begin(kTermsHeadings), std::end(kTermsHeadings), plain_heading(heading)) != std::end(kTermsHeadings);
}

/// Spreadsheets leave out, or add, what is empty at the end; what is too much has moved something.
bool has_more(const text::CsvRow& row, std::size_t width) {
  return row.fields.size() > width && std::any_of(row.fields.begin() + static_cast<std::ptrdiff_t>(width), row.fields.end(), [](const std::string& field) { return !field.empty(); });
}

bool is_cut_off(const text::CsvRow& row, std::size_t width) { return row.fields.size() < width && !row.ends_in_line_end; }

}  // namespace

TableHeader::TableHeader(std::span<const std::string> headings) {
  std::transform(headings.begin(), headings.end(), std::back_inserter(headings_), plain_heading);
}

std::optional<std::size_t> TableHeader::column(std::string_view heading) const {
  const auto found = std::find(headings_.begin(), headings_.end(), heading);
  if (found == headings_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - headings_.begin());
}

bool TableHeader::has(std::string_view heading) const { return column(heading).has_value(); }

std::string_view TableHeader::get(std::span<const std::string> fields,
                                  std::initializer_list<std::string_view> headings) const {
  for (const std::string_view heading : headings) {
    const auto found = std::find(headings_.begin(), headings_.end(), heading);
    const auto column = static_cast<std::size_t>(found - headings_.begin());
    if (column >= fields.size()) continue;
    if (const auto value = records::trimmed(fields[column]); !value.empty()) return value;
  }
  return {};
}

void remark_unread(std::span<const std::string> headings, const std::function<bool(const std::string&)>& is_read, SourceRecorder& recorder) {
  std::vector<std::string> unread;
  std::copy_if(headings.begin(), headings.end(), std::back_inserter(unread), [&](const std::string& heading) { return !is_read(heading); });
  if (!unread.empty()) recorder.remark({0, 1}, "columns that have no known heading: " + text::to_valid_utf8(records::heading_list(unread)));
}

void remark_given_twice(std::span<const std::string> headings, SourceRecorder& recorder) {
  std::vector<std::string> twice;
  std::set<std::string> known;
  for (const std::string& heading : headings) {
    std::string plain = plain_heading(heading);
    if (!plain.empty() && !known.insert(std::move(plain)).second) twice.push_back(heading);
  }
  if (!twice.empty()) recorder.remark({0, 1}, "columns that are given twice, of which only the first is read: " + text::to_valid_utf8(records::heading_list(twice)));
}

Result<void> read_headed_table(std::istream& in, SourceRecorder& recorder,
                               const HeadingsVisitor& headings, const TableRowVisitor& use,
                               const PreambleTest& is_preamble) {
  text::CsvRows rows(in, recorder.file());
  text::CsvRow row;
  std::size_t width = 0;
  std::uint64_t header = 1;
  bool has_terms = false;  // moved by a column, a restriction would be another
  Utf8Repair repair;
  for (;;) {
    const auto more = rows.next(row);
    if (!more) return tl::unexpected(more.error());
    if (!*more) return repair.verdict(recorder);
    if (row.record == 1 && is_preamble && is_preamble(row.fields)) {
      header = 2;
      continue;
    }
    if (row.record == header) {
      width = row.fields.size();
      has_terms = std::any_of(row.fields.begin(), row.fields.end(), says_terms);
      headings(row.fields);
      continue;
    }
    row.record -= header;
    const Place place{row.record, row.line};
    if (row.fields.size() != width) {
      const std::string reason = fmt::format("{} columns: expected {}, as in the first row", row.fields.size(), width);
      if (has_terms || has_more(row, width)) {
        recorder.skip(place, reason);
        continue;
      }
      recorder.remark(place, reason + (is_cut_off(row, width) ? ": the file ends inside this row and may have been cut off" : ": what is left out, or too much, is empty"));
      row.fields.resize(width);
    }
    repair.mend(row, recorder);
    use(row.fields, place);
  }
}

}  // namespace darvaza::lists
