// darvaza lists diff: what changed between two editions of a list.
#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json.hpp>
#include <fmt/core.h>

#include "input/source_report.h"
#include "lists_commands/lists.h"
#include "output/exit_status.h"
#include "output/terminal.h"
#include "releases/list_changes.h"
#include "releases/snapshot.h"
#include "text/json_text.h"

namespace darvaza::tool {
namespace {

namespace json = boost::json;
using releases::field_in_words;
using releases::FieldChange;
using releases::ListChanges;
using releases::RecordChange;
using releases::value_in_words;

constexpr const char* kFooter = R"(
OLD and NEW are two editions of one list, in any format that `darvaza build` reads; the snapshots that a post keeps
(POST/generations/7/snapshot) are such a format. A list of several files (OFAC's SDN.CSV, ALT.CSV and ADD.CSV) is given as
a directory that holds nothing else. Records are the same when their identifiers, or the numbers of lost documents, are.
What could not be read in either edition is told on standard error.

Examples:
  darvaza lists diff un-november.xml un-december.xml
  darvaza lists diff ofac-2026-01/ ofac-2026-02/
  darvaza lists diff POST/generations/6/snapshot POST/generations/7/snapshot)";

struct Options {
  std::filesystem::path before;
  std::filesystem::path after;
  bool json = false;
};

/// One line a record, then one with the counts.
void print_json(const ListChanges& changes) {
  for (const RecordChange& record : changes.records) {
    json::object out{{"change", text::json_text(to_string(record.kind))},
                     {"what", text::json_text(record.what)},
                     {"id", text::json_text(record.id)},
                     {"title", text::json_text(record.title)}};
    if (record.kind == RecordChange::Kind::changed) {
      json::array fields;
      for (const FieldChange& field : record.fields) {
        fields.push_back({{"field", text::json_text(field.field)},
                          {"removed", text::json_texts(field.removed)},
                          {"added", text::json_texts(field.added)},
                          {"reordered", field.reordered}});
      }
      out["fields"] = std::move(fields);
    }
    fmt::print("{}\n", json::serialize(out));
  }
  fmt::print("{}\n", json::serialize(json::object{{"before", changes.before},
                                                  {"after", changes.after},
                                                  {"added", changes.added},
                                                  {"removed", changes.removed},
                                                  {"changed", changes.changed}}));
}

/// A name that changed its grade stands as gone in one field and as new in another: told as one
/// change.
struct Regraded {
  std::string name;
  std::string before;  ///< field
  std::string after;
};

bool take(std::vector<std::string>& values, const std::string& value) {
  const auto found = std::find(values.begin(), values.end(), value);
  if (found == values.end()) return false;
  values.erase(found);
  return true;
}

std::vector<Regraded> take_regraded(std::vector<FieldChange>& fields) {
  constexpr std::string_view kGrades[] = {"name", "strong", "weak"};
  const auto is_name = [&](const FieldChange& field) {
    return std::find(std::begin(kGrades), std::end(kGrades), field.field) != std::end(kGrades);
  };
  std::vector<Regraded> regraded;
  for (FieldChange& before : fields) {
    if (!is_name(before)) continue;
    for (FieldChange& after : fields) {
      if (&before == &after || !is_name(after)) continue;
      const std::vector<std::string> gone = before.removed;
      for (const std::string& name : gone) {
        if (!take(after.added, name)) continue;
        take(before.removed, name);
        regraded.push_back({name, before.field, after.field});
      }
    }
  }
  return regraded;
}

void print_values(const FieldChange& field, std::string_view verb,
                  const std::vector<std::string>& values) {
  for (const std::string& value : values) {
    fmt::print("  {} {}: {}\n", field_in_words(field.field), verb,
               printable(value_in_words(field.field, value)));
  }
}

/// One value for another is "old → new"; of several, nobody says which came for which.
void print_fields(std::vector<FieldChange> fields) {
  const std::vector<Regraded> regraded = take_regraded(fields);
  for (const FieldChange& field : fields) {
    if (field.removed.size() == 1 && field.added.size() == 1) {
      fmt::print("  {}: {} → {}\n", field_in_words(field.field),
                 printable(value_in_words(field.field, field.removed[0])),
                 printable(value_in_words(field.field, field.added[0])));
    } else {
      print_values(field, "removed", field.removed);
      print_values(field, "added", field.added);
    }
    if (field.reordered)
      fmt::print("  {}: the same in another order\n", field_in_words(field.field));
  }
  for (const Regraded& name : regraded) {
    fmt::print("  {}: {} → {}\n", printable(name.name), field_in_words(name.before),
               field_in_words(name.after));
  }
}

void print_record(const RecordChange& record) {
  fmt::print("{} {} {}{}{}\n", to_string(record.kind), record.what, printable(record.id),
             record.title.empty() ? "" : ": " + printable(record.title),
             record.facts.empty() ? "" : " (" + printable(record.facts) + ")");
  print_fields(record.fields);
}

/// What was added, then what was removed, then what was changed.
void print_text(const ListChanges& changes) {
  using Kind = RecordChange::Kind;
  for (const Kind kind : {Kind::added, Kind::removed, Kind::changed}) {
    for (const RecordChange& record : changes.records) {
      if (record.kind == kind) print_record(record);
    }
  }
  fmt::print("{} records before, {} after: {} added, {} removed, {} changed\n", changes.before,
             changes.after, changes.added, changes.removed, changes.changed);
}

/// One file, or all files of a directory. What else stands there is refused: it may be the part of
/// the list that would otherwise look removed.
Result<std::vector<std::filesystem::path>> files_of(const std::filesystem::path& edition) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::is_directory(edition, error)) return std::vector{edition};
  std::vector<fs::path> files;
  fs::directory_iterator entry(edition, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    std::error_code unknown;
    if (!entry->is_regular_file(unknown)) {
      return fail(ErrorCode::input_refused,
                  "expected a file: a directory of one edition holds nothing but its files",
                  entry->path().string());
    }
    files.push_back(entry->path());
  }
  if (error) return fail(ErrorCode::io, "cannot be read: " + error.message(), edition.string());
  if (files.empty())
    return fail(ErrorCode::input_missing, "a directory without files", edition.string());
  std::sort(files.begin(), files.end());
  return files;
}

Result<releases::EditionLines> read(const std::filesystem::path& edition) {
  const auto files = files_of(edition);
  if (!files) return tl::unexpected(files.error());
  return releases::read_edition(*files);
}

int diff(const Options& options) {
  const auto before = read(options.before);
  if (!before) return report(before.error());
  const auto after = read(options.after);
  if (!after) return report(after.error());
  tell_unread(before->sources, kShownReasons, "`darvaza build --verbose` shows all");
  tell_unread(after->sources, kShownReasons, "`darvaza build --verbose` shows all");
  const std::vector<std::string_view> old_lines(before->lines.begin(), before->lines.end());
  const std::vector<std::string_view> new_lines(after->lines.begin(), after->lines.end());
  const ListChanges changes = releases::list_changes(old_lines, new_lines);
  if (options.json) {
    print_json(changes);
  } else {
    print_text(changes);
  }
  return kDone;
}

}  // namespace

void add_lists_diff(Command lists, int& status) {
  auto options = std::make_shared<Options>();
  Command command =
      lists.add_command("diff", "Show what changed between two editions of a list");
  command.add_option("OLD", options->before, "The older edition: a file, or a directory of files")
      .required();
  command.add_option("NEW", options->after, "The newer edition").required();
  command.add_flag("--json", options->json, "Write JSON lines: one a record, then the counts");
  command.footer(kFooter);
  command.callback([options, &status] { status = diff(*options); });
}

}  // namespace darvaza::tool
