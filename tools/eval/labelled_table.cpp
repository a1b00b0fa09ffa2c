#include "eval/labelled_table.h"

#include <algorithm>
#include <unordered_map>

#include <boost/json.hpp>
#include <fmt/core.h>

#include "text/csv_rows.h"
#include "text/foreign_form.h"
#include "text/input_file.h"

namespace darvaza::eval {
namespace {

namespace json = boost::json;

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

Result<void> read_csv(std::istream& in, LabelledTable& table) {
  text::CsvRows rows(in, table.file);
  text::CsvRow row;
  for (;;) {
    const Result<bool> more = rows.next(row);
    if (!more) return tl::unexpected<Error>(more.error());
    if (!*more) break;
    if (table.columns.empty()) {
      // One heading that holds another separator is no heading.
      const std::string_view separated = row.fields.size() == 1 ? text::other_separator(row.fields[0]) : "";
      if (!separated.empty()) {
        return fail(ErrorCode::input_refused, fmt::format("{}: expected commas", separated), table.file, row.line);
      }
      for (const std::string& heading : row.fields) table.columns.push_back(lower(heading));
      continue;
    }
    if (row.fields.size() != table.columns.size()) {
      return fail(ErrorCode::input_refused,
                  fmt::format("the row has {} fields, the header {}", row.fields.size(),
                              table.columns.size()),
                  table.file, row.line, row.record);
    }
    table.rows.push_back({row.line, std::move(row.fields)});
    row.fields.clear();
  }
  if (!table.columns.empty()) return {};
  return fail(ErrorCode::input_refused, "is empty: expected a line of column names", table.file);
}

/// Nothing for an object, or an array that holds more than plain values.
std::optional<std::string> as_text(const json::value& value) {
  switch (value.kind()) {
    case json::kind::null:
      return "";
    case json::kind::string:
      return std::string(value.get_string());
    case json::kind::object:
      return std::nullopt;
    case json::kind::array: {
      std::string all;
      for (const json::value& element : value.get_array()) {
        const std::optional<std::string> text =
            element.is_array() ? std::nullopt : as_text(element);
        if (!text) return std::nullopt;
        all += (all.empty() ? "" : ";") + *text;
      }
      return all;
    }
    default:
      return json::serialize(value);
  }
}

class JsonLines {
 public:
  explicit JsonLines(LabelledTable& table) : table_(table) {}

  Result<void> read(std::istream& in) {
    std::string line;
    for (std::uint64_t number = 1; std::getline(in, line); ++number) {
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      if (const Result<void> added = add(line, number); !added) return added;
    }
    if (in.bad()) return fail(ErrorCode::io, "cannot be read", table_.file);
    for (LabelledRow& row : table_.rows) row.fields.resize(table_.columns.size());
    return {};
  }

 private:
  Result<void> add(const std::string& line, std::uint64_t number) {
    const auto refuse = [&](std::string message) {
      return fail(ErrorCode::input_refused, std::move(message), table_.file, number);
    };
    const text::CsvLimits limits;
    if (line.size() > limits.row_bytes) return refuse("the line is longer than 1 MiB");
    json::error_code error;
    const json::value value = json::parse(line, error);
    if (error || !value.is_object()) return refuse("expected one JSON object a line");
    LabelledRow row{number, std::vector<std::string>(table_.columns.size())};
    for (const auto& [key, field] : value.get_object()) {
      const std::optional<std::string> text = as_text(field);
      if (!text)
        return refuse("member " + std::string(key) + ": expected text, a number or a list of them");
      const std::size_t column = column_of(lower(key));
      if (column >= limits.fields) return refuse("more than 1000 columns");
      if (column >= row.fields.size()) row.fields.resize(column + 1);
      row.fields[column] = *text;
    }
    table_.rows.push_back(std::move(row));
    return {};
  }

  std::size_t column_of(const std::string& name) {
    const auto [found, added] = places_.try_emplace(name, table_.columns.size());
    if (added) table_.columns.push_back(name);
    return found->second;
  }

  LabelledTable& table_;
  std::unordered_map<std::string, std::size_t> places_;
};

Result<void> rename(LabelledTable& table, const ColumnNames& names, bool other_files) {
  for (const auto& [ours, theirs] : names) {
    const auto column = std::find(table.columns.begin(), table.columns.end(), lower(theirs));
    if (column == table.columns.end()) {
      if (other_files) continue;
      return fail(ErrorCode::input_refused,
                  fmt::format("has no column '{}', which was to be read as '{}'", theirs, ours),
                  table.file);
    }
    *column = lower(ours);
  }
  return {};
}

}  // namespace

std::optional<std::size_t> LabelledTable::find(
    std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    const auto column = std::find(columns.begin(), columns.end(), name);
    if (column != columns.end()) return static_cast<std::size_t>(column - columns.begin());
  }
  return std::nullopt;
}

Result<std::size_t> LabelledTable::need(std::initializer_list<std::string_view> names) const {
  if (const std::optional<std::size_t> found = find(names)) return *found;
  return fail(
      ErrorCode::input_refused,
      fmt::format("has no column '{0}'; --column {0}=NAME says which one it is", *names.begin()),
      file);
}

tl::unexpected<Error> LabelledTable::refuse(const LabelledRow& row, std::string message) const {
  return fail(ErrorCode::input_refused, std::move(message), file, row.line);
}

Result<LabelledTable> read_labelled(const std::string& path, const ColumnNames& names,
                                    bool other_files) {
  auto opened = text::open_input(path);
  if (!opened) return tl::unexpected(opened.error());
  std::ifstream& in = *opened;
  LabelledTable table;
  table.file = path;
  const bool is_json = (in >> std::ws).peek() == '{';
  in.clear();
  in.seekg(0);
  const Result<void> read = is_json ? JsonLines(table).read(in) : read_csv(in, table);
  if (!read) return tl::unexpected<Error>(read.error());
  if (const Result<void> renamed = rename(table, names, other_files); !renamed) {
    return tl::unexpected<Error>(renamed.error());
  }
  return table;
}

}  // namespace darvaza::eval
