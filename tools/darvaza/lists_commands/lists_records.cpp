// darvaza lists entry, forget: where a record is held, what is held about it, and how it goes.
#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <boost/json.hpp>
#include <fmt/core.h>

#include "clearances/cleared_table.h"
#include "input/duration.h"
#include "lists_commands/lists.h"
#include "output/exit_status.h"
#include "output/terminal.h"
#include "releases/held_records.h"
#include "releases/utc_time.h"
#include "text/json_text.h"

namespace darvaza::tool {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;
using clearances::ClearedRule;
using releases::FieldChange;
using releases::HeldRecord;
using releases::RecordChange;
using releases::RecordHistory;

constexpr const char* kEntryFooter = R"(
Shows every file that still holds the record (snapshots and indexes of posts, snapshots and deltas of a publisher's
directory), all that is said of it there, and in which release it was added, changed or removed; with --cleared also the
decisions "not the same person" about it that a daemon keeps, those that ended among them. Exit status 0 when it is held
somewhere, has a history or a decision about it, 66 when it has not.

Examples:
  darvaza lists entry --id QDi.001 --post /var/lib/darvaza/un-sc --release mirror
  darvaza lists entry --id QDi.001 --post POST --cleared /var/lib/darvaza/cleared.db --json > everything-held.json)";

constexpr const char* kForgetFooter = R"(
At a post: the release kept beside the one that serves, when the latter has served for so long. In a publisher's
directory: snapshots and deltas of releases that were followed by another so long ago; the newest snapshot stays, and
posts that are far behind fetch it. Run it from a timer: a record that was withdrawn is then gone everywhere after that
time, and `darvaza lists entry` shows it.

Example:
  darvaza lists forget --post /var/lib/darvaza/un-sc --older-than 7d)";

struct Options {
  std::string id;
  std::vector<std::string> posts, releases, cleared;
  std::string older_than;
  bool json = false;
};

/// The fields of a line as they stand, values of one name together.
json::object fields_json(std::string_view line) {
  json::object fields;
  for (auto tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
    line.remove_prefix(tab + 1);
    const std::string_view field = line.substr(0, line.find('\t'));
    const auto equals = std::min(field.find('='), field.size());
    const std::string_view value = field.substr(std::min(equals + 1, field.size()));
    json::value& values = fields[text::json_text(field.substr(0, equals))];
    if (!values.is_array()) values = json::array();
    values.get_array().push_back(text::json_text(value));
  }
  return fields;
}

json::object held_json(const HeldRecord& held) {
  json::object out{{"file", text::json_text(held.file.string())}, {"list", text::json_text(held.list)},
                   {"owner", text::json_text(held.owner)},        {"version", held.version},
                   {"issued", releases::to_text(held.issued)},    {"serves", held.serves}};
  if (!held.line.empty()) out["record"] = fields_json(held.line);
  if (held.line.starts_with("- ")) out["delta"] = "removed";
  if (held.line.starts_with("+ ")) out["delta"] = "added";
  return out;
}

json::object history_json(const RecordHistory& step) {
  json::object out{{"version", step.version}, {"issued", releases::to_text(step.issued)}, {"change", text::json_text(to_string(step.change.kind))}};
  json::array fields;
  for (const FieldChange& field : step.change.fields) {
    fields.push_back({{"field", text::json_text(field.field)}, {"removed", text::json_texts(field.removed)}, {"added", text::json_texts(field.added)}});
  }
  if (!fields.empty()) out["fields"] = std::move(fields);
  return out;
}

/// A decision, and the database in which it stands.
struct KeptRule {
  std::string file;
  ClearedRule rule;
};

json::object rule_json(const KeptRule& kept) {
  const ClearedRule& rule = kept.rule;
  json::object out{{"file", text::json_text(kept.file)},
                   {"id", text::json_text(rule.id)},
                   {"list", text::json_text(rule.list)},
                   {"version", text::json_text(rule.version)},
                   {"state", rule.state.text()},
                   {"document", {{"number", text::json_text(rule.number)}, {"issuing_state", rule.issuer.text()}}},
                   {"first_line", rule.first_line},
                   {"author", text::json_text(rule.author)},
                   {"reason", text::json_text(rule.reason)},
                   {"made", releases::to_text(rule.made)},
                   {"expires", releases::to_text(rule.expires)}};
  if (!rule.officer.empty()) out["officer"] = text::json_text(rule.officer);
  if (rule.ended != 0) {
    out["ended"] = releases::to_text(rule.ended);
    out["ended_by"] = text::json_text(rule.ended_by);
  }
  return out;
}

/// Everything that is held about a record.
struct Holdings {
  std::vector<HeldRecord> held;
  std::vector<RecordHistory> history;
  std::vector<KeptRule> cleared;

  bool empty() const { return held.empty() && history.empty() && cleared.empty(); }
};

void print_json(const Options& options, const Holdings& all) {
  json::array places, steps, cleared;
  for (const HeldRecord& one : all.held) places.push_back(held_json(one));
  for (const RecordHistory& step : all.history) steps.push_back(history_json(step));
  for (const KeptRule& rule : all.cleared) cleared.push_back(rule_json(rule));
  json::object out{{"id", text::json_text(options.id)}, {"held", places}, {"history", steps}};
  if (!options.cleared.empty()) out["cleared"] = std::move(cleared);  // where nobody looked nothing is said
  fmt::print("{}\n", json::serialize(out));
}

void print_rule(const KeptRule& kept) {
  const ClearedRule& rule = kept.rule;
  fmt::print("{}: cleared, entry of {}: document {} {}\n", printable(kept.file), printable(rule.list), rule.issuer.text(), printable(rule.number));
  fmt::print("  made: {} by {}{}{}\n", releases::to_text(rule.made), printable(rule.author), rule.officer.empty() ? "" : ", ", printable(rule.officer));
  fmt::print("  reason: {}\n", printable(rule.reason));
  if (rule.ended == 0) return fmt::print("  holds until: {}\n", releases::to_text(rule.expires));
  fmt::print("  ended: {} by {}\n", releases::to_text(rule.ended), printable(rule.ended_by));
}

void print_text(const Holdings& all) {
  std::string last;
  for (const HeldRecord& one : all.held) {
    fmt::print("{}: version {} of {}, issued {}{}\n", printable(one.file.string()), one.version, printable(one.list), releases::to_text(one.issued),
               one.serves ? ", serves" : "");
    if (one.line.empty() || one.line == last) continue;
    last = one.line;
    for (const auto& field : fields_json(one.line)) {
      for (const json::value& value : field.value().get_array()) {
        fmt::print("  {}: {}\n", std::string_view(field.key().data(), field.key().size()), printable(std::string_view(value.get_string().data(), value.get_string().size())));
      }
    }
  }
  for (const RecordHistory& step : all.history) {
    fmt::print("version {}, {}: {}\n", step.version, releases::to_text(step.issued), to_string(step.change.kind));
    for (const FieldChange& field : step.change.fields) {
      for (const std::string& value : field.removed) fmt::print("  {} - {}\n", field.field, printable(value));
      for (const std::string& value : field.added) fmt::print("  {} + {}\n", field.field, printable(value));
    }
  }
  for (const KeptRule& rule : all.cleared) print_rule(rule);
}

bool says_where(const Options& options, const char* how) {
  if (!options.posts.empty() || !options.releases.empty() || !options.cleared.empty()) return true;
  complain(how);
  return false;
}

template <typename T>
Result<void> append(std::vector<T>& all, Result<std::vector<T>> more) {
  if (!more) return tl::unexpected(more.error());
  std::move(more->begin(), more->end(), std::back_inserter(all));
  return {};
}

int entry(const Options& options) {
  if (!says_where(options, "name a post, a publisher's directory or a database: --post, --release, --cleared")) return kUsage;
  Holdings all;
  for (const std::string& post : options.posts) {
    if (const auto done = append(all.held, releases::find_in_post(releases::Post(post), options.id)); !done) return report(done.error());
  }
  for (const std::string& directory : options.releases) {
    if (const auto done = append(all.held, releases::find_in_mirror(directory, options.id)); !done) return report(done.error());
    if (const auto done = append(all.history, releases::history_in_mirror(directory, options.id)); !done) return report(done.error());
  }
  for (const std::string& file : options.cleared) {
    auto rules = clearances::rules_about(file, options.id);
    if (!rules) return report(rules.error());
    for (ClearedRule& rule : *rules) all.cleared.push_back({file, std::move(rule)});
  }
  if (options.json) {
    print_json(options, all);
  } else {
    print_text(all);
  }
  if (!all.empty()) return kDone;
  if (!options.json) complain("no such record is held there");
  return kInputMissing;
}

int forget(const Options& options) {
  if (!says_where(options, "name a post or a publisher's directory: --post, --release")) return kUsage;
  const std::int64_t age = parse_duration(options.older_than), now = releases::utc_now();
  std::vector<fs::path> gone;
  for (const std::string& post : options.posts) {
    if (const auto done = append(gone, releases::forget_in_post(releases::Post(post), now, age)); !done) return report(done.error());
  }
  for (const std::string& directory : options.releases) {
    if (const auto done = append(gone, releases::forget_in_mirror(directory, now, age)); !done) return report(done.error());
  }
  for (const fs::path& file : gone) fmt::print("removed {}\n", printable(file.string()));
  if (gone.empty()) fmt::print("nothing is that old\n");
  return kDone;
}

void add_places(Command command, Options& options) {
  command.add_option("--post", options.posts, "Directory of a post").type_name("DIR");
  command.add_option("--release", options.releases, "A publisher's directory, or a mirror that is one").type_name("DIR");
}

}  // namespace

void add_lists_records(Command lists, int& status) {
  auto options = std::make_shared<Options>();
  Command command = lists.add_command("entry", "Show where a record is held, and everything held about it");
  command.add_option("--id", options->id, "Identifier of a person, or number of a lost document").required().type_name("ID");
  add_places(command, *options);
  command.add_option("--cleared", options->cleared, "The database of a daemon's decisions \"not the same person\", which is only read").type_name("FILE");
  command.add_flag("--json", options->json, "Write one JSON object");
  command.footer(kEntryFooter);
  command.callback([options, &status] { status = entry(*options); });

  options = std::make_shared<Options>();
  command = lists.add_command("forget", "Remove releases that were superseded long ago");
  command.add_option("--older-than", options->older_than, "How long ago: 12h, 30d").required().type_name("TIME");
  add_places(command, *options);
  command.footer(kForgetFooter);
  command.callback([options, &status] { status = forget(*options); });
}

}  // namespace darvaza::tool
