// darvaza lists verify, update, compact, status, rollback-check: what a post does with a list.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "lists_commands/lists.h"
#include "output/exit_status.h"
#include "output/table.h"
#include "releases/compaction.h"
#include "releases/durable_files.h"
#include "releases/install_release.h"
#include "releases/past_review.h"
#include "releases/post_status.h"
#include "releases/snapshot.h"
#include "text/json_text.h"

namespace darvaza::tool {
namespace {

namespace json = boost::json;
using releases::Mirror;
using releases::Post;

constexpr const char* kUpdateFooter = R"(
Brings the post to the newest release that one of the mirrors holds. What serves is never touched: the new generation
is written beside it, and POST/current is moved to it by one rename. Screening opens the directory POST/current.

Of a large list of which little changed only that is made an index, which is searched together with the one that is
there: a second. When that has become much, a whole index is made in the background, after the release serves; it may be
killed, and an update may come between.

Mirrors are directories (removable media) or http:// and https:// addresses, tried in order until one will do.

Examples:
  darvaza lists update --post /var/lib/darvaza/un-sc --root un-sc.root.1 --mirror https://lists.example/un-sc
  darvaza lists update --post /var/lib/darvaza/un-sc --mirror /media/stick/un-sc
  darvaza lists update --post /var/lib/darvaza/un-sc --mirror /media/stick/un-sc --full)";

constexpr const char* kCompactFooter = R"(
Makes one index of the whole list where what changed since an older one stands beside it. What serves goes on serving
until then; the result is that of an update with --full.

Example:
  darvaza lists compact --post /var/lib/darvaza/un-sc)";

constexpr const char* kVerifyFooter = R"(
Makes every check that a new post would make, builds the index and asks the probes, and installs nothing.

Example:
  darvaza lists verify --root un-sc.root.1 --mirror mirror)";

constexpr const char* kStatusFooter = R"(
Marks: stale (the release has expired; it goes on serving), unconfirmed (the last timestamp has expired), behind (a
newer release was seen and could not be installed), clock suspect (the clock is behind what was issued already), damaged
(its files are not what was installed: run update), root expired (nothing new can be installed until it has a successor).
The exit status is 0 whatever the marks: a list that serves, serves. With --check it is 65 when there is a mark. A root
that expires within 60 days is told on standard error.

Examples:
  darvaza lists status --post /var/lib/darvaza/un-sc
  darvaza lists status --check --post /var/lib/darvaza/un-sc)";

constexpr const char* kRollbackFooter = R"(
Verifies what serves from the root down, and that nothing newer was ever seen here: 65 when an older release was put
back, or when anything does not hold.

Example:
  darvaza lists rollback-check --post /var/lib/darvaza/un-sc)";

struct Options {
  std::string post;
  std::string root;
  std::vector<std::string> mirrors;
  bool full = false;
  std::uint64_t small_list = releases::UpdateOptions{}.small_list;
  bool no_compaction = false;
  std::uint64_t most_changed = releases::kMostChanged;
  bool check = false;
  bool json = false;
};

void warn_of_root(const releases::NoteHead& root, releases::UtcSeconds now) {
  if (const std::string warning = releases::root_warning(root, now); !warning.empty()) complain(warning);
}

json::array phases_json(const std::vector<releases::Phase>& phases) {
  json::array all;
  for (const releases::Phase& phase : phases) {
    all.push_back(json::object{{"phase", phase.name},
                               {"seconds", phase.seconds},
                               {"processor_seconds", phase.processor_seconds}});
  }
  return all;
}

json::object update_json(const releases::UpdateReport& done) {
  return {{"list", done.list},
          {"installed", done.installed},
          {"mended", done.mended},
          {"version", done.version},
          {"before", done.before},
          {"root", done.root.version},
          {"root_expires", releases::to_text(done.root.expires)},
          {"fetched_bytes", done.fetched_bytes},
          {"by_deltas", done.by_deltas},
          {"base", done.base},
          {"phases", phases_json(done.phases)},
          {"entries", done.changes.after},
          {"added", done.changes.added},
          {"removed", done.changes.removed},
          {"changed", done.changes.changed}};
}

void print_update(const releases::UpdateReport& done, const char* deed) {
  if (done.mended) {
    fmt::print("{}: version {} is the newest and serves again; {} records; {} bytes fetched\n", done.list, done.version, done.changes.after,
               done.fetched_bytes);
    return;
  }
  if (!done.installed) {
    fmt::print("{}: version {} is the newest and serves already\n", done.list, done.version);
    return;
  }
  fmt::print(
      "{}: version {} {}; {} records: {} added, {} removed, {} changed; {} bytes fetched{}{}\n",
      done.list, done.version, deed, done.changes.after, done.changes.added, done.changes.removed,
      done.changes.changed, done.fetched_bytes, done.by_deltas ? " (deltas)" : "",
      done.base != 0 ? fmt::format("; searched behind version {}", done.base) : "");
}

/// Tries the mirrors in order. The last failure counts; those before are told.
template <typename Attempt>
int try_mirrors(const Options& options, const char* deed, Attempt attempt) {
  int status = kUsage;
  for (const std::string& place : options.mirrors) {
    const auto mirror = releases::open_mirror(place);
    if (!mirror) return report(mirror.error());
    const Result<releases::UpdateReport> done = attempt(**mirror);
    if (!done) {
      status = report(done.error());
      continue;
    }
    if (!done->remark.empty()) complain(done->remark);
    warn_of_root(done->root, releases::utc_now());
    if (options.json) {
      fmt::print("{}\n", json::serialize(update_json(*done)));
    } else {
      print_update(*done, deed);
    }
    return kDone;
  }
  return status;
}

json::object compaction_json(const releases::CompactionReport& done) {
  return {{"compacted", done.done}, {"version", done.version}, {"serving", done.serving}, {"changed", done.changed}};
}

int compact(const Options& options) {
  const auto done = releases::compact_post(Post(options.post));
  if (!done) return report(done.error());
  if (options.json) {
    fmt::print("{}\n", json::serialize(compaction_json(*done)));
  } else if (!done->done) {
    fmt::print("version {} has a whole index already\n", done->version);
  } else {
    fmt::print("version {} has a whole index now{}\n", done->version,
               done->serving == done->version
                   ? std::string()
                   : fmt::format(", and version {} is searched behind it: {} records",
                                 done->serving, done->changed));
  }
  return kDone;
}

/// The release serves whatever becomes of this.
void compact_if_due(const Options& options) {
  const auto due = releases::compaction_due(Post(options.post), options.most_changed);
  if (!due || !*due || options.no_compaction) return;
  if (!options.json) {
    fmt::print("more than {} records changed since the whole index was made: making a new one\n",
               options.most_changed);
    std::fflush(stdout);
    (void)compact(options);
  } else if (const auto done = releases::compact_post(Post(options.post)); !done) {
    (void)report(done.error());  // standard output holds the update's object, and no other
  }
}

int update(const Options& options) {
  const Post post(options.post);
  releases::UpdateOptions how;
  how.now = releases::utc_now();
  how.root_file = options.root;
  how.whole_index = options.full;
  how.small_list = options.small_list;
  how.patience = std::chrono::seconds(10);  // a compaction holds the lock for a moment
  const int status = try_mirrors(options, "installed", [&](Mirror& mirror) {
    return releases::update_post(post, mirror, how);
  });
  std::fflush(stdout);
  compact_if_due(options);
  return status;
}

int verify(const Options& options) {
  std::string work = (std::filesystem::temp_directory_path() / "darvaza-verify-XXXXXX").string();
  if (::mkdtemp(work.data()) == nullptr) {
    return report(Error{ErrorCode::io, "cannot make a temporary directory", work, 0, 0, 0});
  }
  releases::UpdateOptions how;
  how.now = releases::utc_now();
  how.root_file = options.root;
  const int status = try_mirrors(
      options, "holds", [&](Mirror& mirror) { return releases::verify_mirror(mirror, how, work); });
  std::error_code ignored;
  std::filesystem::remove_all(work, ignored);
  return status;
}

/// What serves, and which of its records nobody reviewed in time; nothing: its files are damaged.
struct ShownStatus {
  releases::PostStatus post;
  std::optional<releases::PastReview> past_review;
};

Result<ShownStatus> with_reviews(Result<releases::PostStatus> status) {
  if (!status) return tl::unexpected(status.error());
  if (!status->damage.empty()) return ShownStatus{std::move(*status), std::nullopt};
  const auto text = releases::read_bounded(status->serving.snapshot(), status->serving.note.snapshot.bytes);
  if (!text) return tl::unexpected(text.error());
  const auto lines = releases::snapshot_lines(*text, status->serving.note.head.list);
  if (!lines) return tl::unexpected(lines.error());
  auto reviews = releases::past_review(*lines, releases::day_of(status->now));
  if (!reviews) return tl::unexpected(reviews.error());
  return ShownStatus{std::move(*status), std::move(*reviews)};
}

std::string reviews_text(const std::optional<releases::PastReview>& known) {
  if (!known) return "unknown";
  const releases::PastReview& reviews = *known;
  if (reviews.total() == 0) return "none";
  std::string text = fmt::format("{} records, the oldest since {}:", reviews.total(), to_string(reviews.oldest));
  for (const auto& [owner, count] : reviews.by_owner) text += fmt::format(" {} {}", owner.empty() ? "nobody named" : owner, count);
  return text;
}

json::value reviews_json(const std::optional<releases::PastReview>& known) {
  if (!known) return nullptr;
  const releases::PastReview& reviews = *known;
  json::object owners;
  for (const auto& [owner, count] : reviews.by_owner) owners[owner] = count;
  return json::object{{"persons", reviews.persons}, {"lost_documents", reviews.lost_documents}, {"oldest", to_string(reviews.oldest)}, {"owners", owners}};
}

json::value root_json(const std::optional<releases::NoteHead>& root) {
  if (!root) return nullptr;
  return json::object{{"version", root->version}, {"expires", releases::to_text(root->expires)}};
}

std::string marks_text(const releases::PostStatus& status) {
  std::string text;
  for (const releases::ListMark mark : status.marks) {
    text += (text.empty() ? "" : ", ") + std::string(to_string(mark));
  }
  return text.empty() ? "current" : text;
}

json::array indexes_json(const releases::PostStatus& status) {
  json::array all;
  for (const std::filesystem::path& file : status.serving.indexes()) {
    json::object index{{"file", text::json_text(file.string())}};
    const bool is_base = all.empty();
    if (is_base && status.base) index["version"] = status.base->version;
    if (is_base && status.base_made != 0) index["made"] = releases::to_text(status.base_made);
    if (!is_base && status.base) index["changed"] = status.base->changed;
    all.push_back(std::move(index));
  }
  return all;
}

/// The files, which release the whole index is of and when it was made, and how much stands beside
/// it.
void print_indexes(const releases::PostStatus& status, const auto& fact) {
  const auto files = status.serving.indexes();
  fact("index", files.front().string());
  const std::string made = status.base_made == 0 ? "unknown" : releases::to_text(status.base_made);
  fact("made", status.base ? fmt::format("{}, of version {}", made, status.base->version) : made);
  if (files.size() == 1) return;
  fact("changes", files.back().string());
  fact("records in changes",
       status.base ? fmt::to_string(status.base->changed) : std::string("unknown"));
}

json::object status_json(const ShownStatus& shown) {
  const releases::PostStatus& status = shown.post;
  const releases::ListNote& note = status.serving.note;
  json::array marks;
  for (const releases::ListMark mark : status.marks)
    marks.push_back(text::json_text(to_string(mark)));
  return {{"list", note.head.list},
          {"owner", text::json_text(note.owner)},
          {"version", note.head.version},
          {"issued", releases::to_text(note.head.issued)},
          {"age_seconds", status.now - note.head.issued},
          {"expires", releases::to_text(note.head.expires)},
          {"confirmed", status.confirmed == 0 ? json::value(nullptr)
                                              : json::value(releases::to_text(status.confirmed))},
          {"root", root_json(status.root)},
          {"highest_seen", status.seen.version},
          {"kept_before", status.before},
          {"persons", note.persons},
          {"lost_documents", note.lost_documents},
          {"past_review", reviews_json(shown.past_review)},
          {"indexes", indexes_json(status)},
          {"damage", status.damage.empty() ? json::value(nullptr) : json::value(text::json_text(status.damage))},
          {"marks", marks}};
}

void print_status(const ShownStatus& shown) {
  const releases::PostStatus& status = shown.post;
  const releases::ListNote& note = status.serving.note;
  Table facts({{""}, {""}});
  const auto fact = [&](const char* what, const auto& value) {
    facts.add({what, fmt::to_string(value)});
  };
  fact("list", note.head.list);
  fact("owner", note.owner);
  fact("version", note.head.version);
  fact("marks", marks_text(status));
  fact("issued", releases::to_text(note.head.issued));
  fact("expires", releases::to_text(note.head.expires));
  fact("last confirmed",
       status.confirmed == 0 ? std::string("never") : releases::to_text(status.confirmed));
  fact("root", status.root ? fmt::format("version {}, until {}", status.root->version, releases::to_text(status.root->expires))
                           : std::string("cannot be read"));
  fact("highest version seen", status.seen.version);
  fact("kept beside",
       status.before == 0 ? std::string("none") : fmt::format("version {}", status.before));
  fact("persons", note.persons);
  fact("lost documents", note.lost_documents);
  fact("past their review", reviews_text(shown.past_review));
  print_indexes(status, fact);
  fmt::print("{}", facts.take(false));
}

int show(Result<releases::PostStatus> post, const Options& options) {
  const auto status = with_reviews(std::move(post));
  if (!status) return report(status.error());
  if (options.json) {
    fmt::print("{}\n", json::serialize(status_json(*status)));
  } else {
    print_status(*status);
  }
  std::fflush(stdout);
  if (!status->post.damage.empty()) complain(status->post.damage + "; 'darvaza lists update' makes it anew");
  if (status->post.root) warn_of_root(*status->post.root, status->post.now);
  return options.check && !status->post.marks.empty() ? kInputRefused : kDone;
}

std::shared_ptr<Options> add_post(Command command, bool with_post, bool with_mirror) {
  auto options = std::make_shared<Options>();
  if (with_post)
    command.add_option("--post", options->post, "Directory of the post")
        .required()
        .type_name("DIR");
  if (with_mirror) {
    Option root =
        command.add_option("--root", options->root, "The root note that a new post is to trust")
            .type_name("FILE");
    if (!with_post) root.required();
    command.add_option("--mirror", options->mirrors, "Where releases are")
        .required()
        .type_name("PLACE");
  }
  command.add_flag("--json", options->json, "Write one JSON object");
  return options;
}

}  // namespace

void add_lists_post(Command lists, int& status) {
  Command command = lists.add_command("verify", "Check what a mirror holds");
  auto options = add_post(command, false, true);
  command.footer(kVerifyFooter);
  command.callback([options, &status] { status = verify(*options); });

  command = lists.add_command("update", "Bring a post to the newest release");
  options = add_post(command, true, true);
  command.add_flag("--full", options->full,
                   "Make an index of the whole list, however little of it changed");
  command
      .add_option("--whole-below", options->small_list,
                  "A list of fewer records always gets a whole index")
      .default_shown()
      .type_name("N");
  command
      .add_option("--compact-after", options->most_changed,
                  "Make a new whole index when more records than these changed since the last")
      .default_shown()
      .type_name("N");
  command.add_flag("--no-compact", options->no_compaction,
                   "Leave that to 'darvaza lists compact'");
  command.footer(kUpdateFooter);
  command.callback([options, &status] { status = update(*options); });

  command =
      lists.add_command("compact", "Make one index of an older one and what changed since");
  options = add_post(command, true, false);
  command.footer(kCompactFooter);
  command.callback([options, &status] { status = compact(*options); });

  command = lists.add_command("status", "Show which release serves and how old it is");
  options = add_post(command, true, false);
  command.add_flag("--check", options->check, "Exit status 65 when there is a mark");
  command.footer(kStatusFooter);
  command.callback([options, &status] {
    status = show(releases::post_status(Post(options->post), releases::utc_now()), *options);
  });

  command = lists.add_command("rollback-check",
                              "Check that what serves is genuine and the newest seen");
  options = add_post(command, true, false);
  command.footer(kRollbackFooter);
  command.callback([options, &status] {
    status = show(releases::check_rollback(Post(options->post), releases::utc_now()), *options);
  });
}

}  // namespace darvaza::tool
