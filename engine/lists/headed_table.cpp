#include "lists/headed_table.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "lists/csv_repair.h"
#include "lists/words.h"
#include "records/person_columns.h"
#include "records/trimmed.h"
#include "text/csv_rows.h"
#include "text/utf8.h"

namespace darvaza::lists {

TableHeader::TableHeader(std::span<const std::string> headings) {
  for (const std::string& heading : headings) {
    std::string plain = lower_case(records::trimmed(heading));
    std::replace(plain.begin(), plain.end(), ' ', '_');
    headings_.push_back(std::move(plain));
  }
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

Result<void> read_headed_table(std::istream& in, SourceRecorder& recorder,
                               const HeadingsVisitor& headings, const TableRowVisitor& use,
                               const PreambleTest& is_preamble) {
  text::CsvRows rows(in, recorder.file());
  text::CsvRow row;
  std::size_t width = 0;
  std::uint64_t header = 1;
  for (;;) {
    const auto more = rows.next(row);
    if (!more) return tl::unexpected(more.error());
    if (!*more) return {};
    if (row.record == 1 && is_preamble && is_preamble(row.fields)) {
      header = 2;
      continue;
    }
    if (row.record == header) {
      width = row.fields.size();
      headings(row.fields);
      continue;
    }
    row.record -= header;
    const Place place{row.record, row.line};
    if (row.fields.size() != width) {
      recorder.skip(place, fmt::format("{} columns: expected {}, as in the first row",
                                       row.fields.size(), width));
      continue;
    }
    repair_utf8(row, recorder);
    use(row.fields, place);
  }
}

}  // namespace darvaza::lists
