// darvaza lists diff: what changed between two editions of a list.
#include <array>
#include <filesystem>
#include <memory>
#include <string>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "exit_status.h"
#include "lists.h"
#include "releases/list_changes.h"
#include "releases/snapshot.h"
#include "terminal.h"
#include "text/json_text.h"

namespace darvaza::tool {
namespace {

namespace json = boost::json;
using releases::FieldChange;
using releases::ListChanges;
using releases::RecordChange;

constexpr const char* kFooter = R"(
OLD and NEW are two editions of one list, in any format that `darvaza build` reads; the snapshots that a post keeps
(POST/generations/7/snapshot) are such a format. Records are the same when their identifiers, or the numbers of lost
documents, are.

Examples:
  darvaza lists diff un-november.xml un-december.xml
  darvaza lists diff POST/generations/6/snapshot POST/generations/7/snapshot)";

struct Options {
  std::filesystem::path before;
  std::filesystem::path after;
  bool json = false;
};

json::array texts(const std::vector<std::string>& values) {
  json::array out;
  for (const std::string& value : values) out.push_back(text::json_text(value));
  return out;
}

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
                          {"removed", texts(field.removed)},
                          {"added", texts(field.added)},
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

void print_text(const ListChanges& changes) {
  for (const RecordChange& record : changes.records) {
    fmt::print("{} {} {}{}\n", to_string(record.kind), record.what, printable(record.id),
               record.title.empty() ? "" : ": " + printable(record.title));
    for (const FieldChange& field : record.fields) {
      for (const std::string& value : field.removed)
        fmt::print("  {} - {}\n", field.field, printable(value));
      for (const std::string& value : field.added)
        fmt::print("  {} + {}\n", field.field, printable(value));
      if (field.reordered) fmt::print("  {}: the same in another order\n", field.field);
    }
  }
  fmt::print("{} records before, {} after: {} added, {} removed, {} changed\n", changes.before,
             changes.after, changes.added, changes.removed, changes.changed);
}

int diff(const Options& options) {
  // What is compared is what the records say, whatever the files are called.
  constexpr std::string_view kList = "compared";
  const auto before = releases::make_snapshot(kList, std::array{options.before});
  if (!before) return report(before.error());
  const auto after = releases::make_snapshot(kList, std::array{options.after});
  if (!after) return report(after.error());
  const auto old_lines = releases::snapshot_lines(before->text, kList);
  if (!old_lines) return report(old_lines.error());
  const auto new_lines = releases::snapshot_lines(after->text, kList);
  if (!new_lines) return report(new_lines.error());
  const ListChanges changes = releases::list_changes(*old_lines, *new_lines);
  if (options.json) {
    print_json(changes);
  } else {
    print_text(changes);
  }
  return kDone;
}

}  // namespace

void add_lists_diff(CLI::App& lists, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      lists.add_subcommand("diff", "Show what changed between two editions of a list");
  command->add_option("OLD", options->before, "The older edition")->required();
  command->add_option("NEW", options->after, "The newer edition")->required();
  command->add_flag("--json", options->json, "Write JSON lines: one a record, then the counts");
  command->footer(kFooter);
  command->callback([options, &status] { status = diff(*options); });
}

}  // namespace darvaza::tool
