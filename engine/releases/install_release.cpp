#include "releases/install_release.h"

#include <algorithm>
#include <array>
#include <system_error>

#include <fmt/format.h>

#include "darvaza/build_index.h"
#include "darvaza/screener.h"
#include "releases/durable_files.h"
#include "releases/probes.h"
#include "releases/rules.h"
#include "releases/sanity_gate.h"
#include "releases/snapshot.h"

namespace darvaza::releases {
namespace {

/// Counts what really was fetched.
class CountingMirror : public Mirror {
 public:
  explicit CountingMirror(Mirror& mirror) : mirror_(mirror) {}
  Result<std::string> fetch(const std::string& name, std::uint64_t max_bytes) override {
    auto bytes = mirror_.fetch(name, max_bytes);
    if (bytes) {
      bytes_ += bytes->size();
      by_deltas_ = by_deltas_ || name.starts_with("delta.");
      whole_ = whole_ || name.starts_with("snapshot.");
    }
    return bytes;
  }
  std::uint64_t bytes() const { return bytes_; }
  bool by_deltas() const { return by_deltas_ && !whole_; }

 private:
  Mirror& mirror_;
  std::uint64_t bytes_ = 0;
  bool by_deltas_ = false;
  bool whole_ = false;
};

/// A directory that goes with the object, unless it was kept.
class DoomedDirectory {
 public:
  explicit DoomedDirectory(fs::path path) : path_(std::move(path)) {}
  DoomedDirectory(const DoomedDirectory&) = delete;
  DoomedDirectory& operator=(const DoomedDirectory&) = delete;
  ~DoomedDirectory() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  void keep() { path_.clear(); }

 private:
  fs::path path_;
};

Result<Received<RootNote>> root_to_trust(const Post& post, const fs::path& given) {
  auto known = post.root();
  if (known) return trust_root(std::move(*known));
  if (known.error().code != ErrorCode::input_missing) return tl::unexpected(known.error());
  if (given.empty()) {
    return fail(ErrorCode::usage,
                fmt::format("{}: a new post must be told which root note to trust", rule::kNoRoot));
  }
  auto bytes = read_bounded(given, kMaxNoteBytes);
  if (!bytes) return tl::unexpected(bytes.error());
  return trust_root(std::move(*bytes));
}

Result<void> check_clock(const Seen& seen, UtcSeconds now) {
  if (now + kClockTolerance >= seen.issued) return {};
  return refuse(rule::kClockSuspect,
                fmt::format("it is {} here, and something issued {} was seen already", to_text(now),
                            to_text(seen.issued)));
}

/// What the metadata of a mirror says, verified, and kept where the post must not forget it.
struct VerifiedMetadata {
  Received<RootNote> root;
  Received<TimestampNote> timestamp;
  NoteChain chain;
};

Result<Received<TimestampNote>> take_timestamp(const Post& post, const RootNote& root,
                                               Mirror& mirror, Seen& seen, UtcSeconds now) {
  auto stamp = newest_timestamp(root, post.timestamp().value_or(std::string{}), seen, mirror, now);
  if (!stamp) return stamp;
  seen.issued = std::max(seen.issued, stamp->note.head.issued);
  return stamp;
}

Result<VerifiedMetadata> take_metadata(const Post& post, const std::optional<Generation>& installed,
                                       Mirror& mirror, const UpdateOptions& options) {
  Seen seen = post.seen();
  const Seen seen_before = seen;
  if (auto fine = check_clock(seen, options.now); !fine) return tl::unexpected(fine.error());
  const auto trusted = root_to_trust(post, options.root_file);
  if (!trusted) return tl::unexpected(trusted.error());
  if (installed && installed->note.head.list != trusted->note.head.list) {
    return refuse(rule::kWrongList, "the root of another list than the one installed here");
  }
  auto root = newest_root(*trusted, mirror, options.now);
  if (!root) return tl::unexpected(root.error());
  if (root->bytes != post.root().value_or(std::string{})) {
    if (auto kept = post.keep_root(root->bytes); !kept) return tl::unexpected(kept.error());
  }
  auto stamp = take_timestamp(post, root->note, mirror, seen, options.now);
  if (!stamp) return tl::unexpected(stamp.error());
  auto chain = newest_note(root->note, stamp->note, installed, seen, mirror, options.now);
  if (!chain) return tl::unexpected(chain.error());
  seen.version = chain->newest.note.head.version;
  seen.note = digest_of(chain->newest.bytes);
  seen.issued = std::max(seen.issued, chain->newest.note.head.issued);
  if (seen != seen_before) {
    if (auto kept = post.keep_seen(seen); !kept) return tl::unexpected(kept.error());
  }
  if (auto kept = post.keep_timestamp(stamp->bytes); !kept) return tl::unexpected(kept.error());
  return VerifiedMetadata{std::move(*root), std::move(*stamp), std::move(*chain)};
}

/// A snapshot and the lines that point into it.
struct Content {
  std::string text;
  std::vector<std::string_view> lines;
};

Result<void> write_generation(const fs::path& directory, const Received<ListNote>& note,
                              const Content& content) {
  if (auto done = write_new(directory / "note", note.bytes); !done) return done;
  const fs::path snapshot = directory / "snapshot";
  if (auto done = write_new(snapshot, content.text); !done) return done;
  const fs::path index = directory / "index.dvz";
  const NoteHead& head = note.note.head;
  const BuildOptions options{{}, 0, ListRelease{head.list, head.version, to_text(head.issued), to_text(head.expires)}};
  const auto built = build_index(std::array{snapshot}, index, options);
  if (!built) return tl::unexpected(built.error());
  const SourceSummary& source = built->sources.front();
  if (source.entries != note.note.persons || source.lost_documents != note.note.lost_documents ||
      source.skipped_count != 0) {
    return refuse(
        rule::kMalformed,
        fmt::format("{} persons and {} documents where the note counts {} and {}", source.entries,
                    source.lost_documents, note.note.persons, note.note.lost_documents));
  }
  const auto screener = Screener::open(index);
  if (!screener) return tl::unexpected(screener.error());
  if (auto fine = ask_probes(*screener, content.lines, note.note); !fine) return fine;
  return sync_directory(directory);
}

/// What changes against the installed snapshot, and whether it may.
Result<ListChanges> check_changes(const VerifiedMetadata& metadata,
                                  const std::optional<Generation>& installed,
                                  const Content& content) {
  const ListNote& note = metadata.chain.newest.note;
  if (!installed) return list_changes({}, content.lines);
  const auto before = read_bounded(installed->snapshot(), installed->note.snapshot.bytes);
  // A damaged snapshot must not hold its successor up; the index that serves has digests of its
  // own.
  if (!before || !check_blob(*before, installed->note.snapshot, "installed snapshot"))
    return list_changes({}, content.lines);
  const auto lines = snapshot_lines(*before, note.head.list);
  if (!lines) return tl::unexpected(lines.error());
  ListChanges changes = list_changes(*lines, content.lines);
  std::vector<const SignedText*> notes{&metadata.chain.newest.text};
  for (const auto& between : metadata.chain.between) notes.push_back(&between.text);
  const std::uint64_t steps = note.head.version - installed->note.head.version;
  if (auto fine = check_sanity(changes, steps, metadata.root.note, notes); !fine)
    return tl::unexpected(fine.error());
  return changes;
}

Result<Content> take_content(const NoteChain& chain, const std::optional<Generation>& installed,
                             Mirror& mirror, std::string& remark) {
  auto text = newest_snapshot(chain, installed, mirror, remark);
  if (!text) return tl::unexpected(text.error());
  Content content{std::move(*text), {}};
  auto lines = snapshot_lines(content.text, chain.newest.note.head.list);
  if (!lines) return tl::unexpected(lines.error());
  content.lines = std::move(*lines);
  return content;
}

/// Writes the generation beside the others and makes it serve.
Result<ListChanges> install(const Post& post, const VerifiedMetadata& metadata,
                            const std::optional<Generation>& installed, const Content& content) {
  const std::uint64_t version = metadata.chain.newest.note.head.version;
  const fs::path generations = post.directory() / "generations";
  const fs::path working = generations / fmt::format(".{}.new", version);
  if (auto done = make_directories(working); !done) return tl::unexpected(done.error());
  DoomedDirectory doomed(working);
  if (auto done = write_generation(working, metadata.chain.newest, content); !done)
    return tl::unexpected(done.error());
  auto changes = check_changes(metadata, installed, content);
  if (!changes) return changes;
  std::error_code ignored;
  fs::remove_all(post.generation_directory(version), ignored);  // written before a crash, never committed
  if (auto done = rename_durably(working, post.generation_directory(version)); !done)
    return tl::unexpected(done.error());
  doomed.keep();
  DoomedDirectory uncommitted(post.generation_directory(version));
  if (auto done = post.commit(version); !done) {
    // The link was renamed but its directory not synced: it may be either, so that both must stay.
    const auto serving = post.current();
    if (serving && *serving && (*serving)->note.head.version == version) uncommitted.keep();
    return tl::unexpected(done.error());
  }
  uncommitted.keep();
  return changes;
}

}  // namespace

Result<UpdateReport> update_post(const Post& post, Mirror& mirror, const UpdateOptions& options) {
  if (auto done = make_directories(post.directory() / "generations"); !done)
    return tl::unexpected(done.error());
  const auto lock = FileLock::take(post.lock_file());
  if (!lock) return tl::unexpected(lock.error());
  post.tidy();
  // A link that leads nowhere must not lock the post out: it is then like a new one that has seen
  // much.
  const std::optional<Generation> installed = post.current().value_or(std::nullopt);
  CountingMirror counting(mirror);
  const auto metadata = take_metadata(post, installed, counting, options);
  if (!metadata) return tl::unexpected(metadata.error());
  UpdateReport report;
  report.list = metadata->root.note.head.list;
  report.root = metadata->root.note.head.version;
  report.before = installed ? installed->note.head.version : 0;
  report.version = metadata->chain.newest.note.head.version;
  report.installed = report.version != report.before;
  if (report.installed) {
    const auto content = take_content(metadata->chain, installed, counting, report.remark);
    if (!content) return tl::unexpected(content.error());
    auto changes = install(post, *metadata, installed, *content);
    if (!changes) return tl::unexpected(changes.error());
    report.changes = std::move(*changes);
    report.changes.records.clear();
    post.tidy();
  }
  report.fetched_bytes = counting.bytes();
  report.by_deltas = counting.by_deltas();
  return report;
}

Result<UpdateReport> verify_mirror(Mirror& mirror, const UpdateOptions& options,
                                   const fs::path& work) {
  return update_post(Post(work / "post"), mirror, options);
}

}  // namespace darvaza::releases
