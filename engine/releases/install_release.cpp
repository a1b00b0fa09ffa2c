#include "releases/install_release.h"

#include <algorithm>
#include <array>
#include <future>
#include <system_error>

#include <fmt/core.h>

#include "releases/changed_lines.h"
#include "releases/commit_generation.h"
#include "releases/durable_files.h"
#include "releases/generation_index.h"
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

/// The snapshots that a new one is held against.
struct Older {
  Result<MappedFile> installed;   ///< of nothing: there is none
  std::optional<BaseIndex> base;  ///< that changes can stand behind
  /// Its snapshot, checked, where that is not the installed one.
  std::shared_future<Result<MappedFile>> base_apart;
  std::string no_base;  ///< why there is none, if that is no matter of course

  /// Waits for it.
  const Result<MappedFile>& base_snapshot() const {
    return base_apart.valid() ? base_apart.get() : installed;
  }
};

/// Reads them while the newer content is fetched. The installed one is not checked yet.
class OlderReading {
 public:
  explicit OlderReading(const std::optional<Generation>& generation) {
    if (!generation) return;
    installed_ = std::async(std::launch::async, [kept = *generation] {
      return MappedFile::open(kept.snapshot(), kept.note.snapshot.bytes);
    });
    auto base = base_of(*generation);
    if (!base) {
      older_.no_base = to_string(base.error());
      return;
    }
    older_.base = std::move(*base);
    if (!generation->is_whole())
      older_.base_apart = std::async(std::launch::async, [kept = *older_.base] {
                            return map_snapshot(kept);
                          }).share();
  }
  Older take() {
    if (installed_.valid()) older_.installed = installed_.get();
    return std::move(older_);
  }

 private:
  Older older_;
  std::future<Result<MappedFile>> installed_;
};

/// Where a generation is made before it is there. What stands in it goes unless it is committed.
struct Workplace {
  fs::path directory;  ///< that it is going to be
  fs::path working;
  DoomedDirectory doomed;
};

/// One installation: what is given to it and what it says.
struct Installing {
  const Post& post;
  const VerifiedMetadata& metadata;
  const std::optional<Generation>& installed;
  const UpdateOptions& options;
  const Older& older;
  Workplace& place;
  std::string_view snapshot;  ///< that stands in the workplace already
  /// Whether it is what its note vouches for, where that was not seen when it came.
  std::shared_future<Result<void>> proof;
  UpdateReport& report;
  Phases& phases;

  const ListNote& note() const { return metadata.chain.newest.note; }
  std::uint64_t records() const { return note().persons + note().lost_documents; }
  NewContent new_content() const { return {note(), snapshot}; }
};

/// So small a share of a list may have changed that what stands beside the whole stays beside it.
constexpr std::uint64_t kFewAreOneIn = 5;

/// Makes and tries an index of changes where there is a base and little of it changed. False: a
/// whole one is needed.
bool make_changes(const fs::path& directory, const Installing& job) {
  if (job.options.whole_index || job.records() < job.options.small_list) return false;
  const Older& older = job.older;
  std::string& remark = job.report.remark;
  const auto wrong = [&](const std::string& what) {
    remark += (remark.empty() ? "" : "; ") +
              ("a whole index was made, since one of changes would not do: " + what);
  };
  if (!older.base || !older.base_snapshot()) {
    if (!older.no_base.empty()) wrong(older.no_base);
    if (older.base) wrong(to_string(older.base_snapshot().error()));
    return false;
  }
  job.phases.begin("differences from the base");
  const std::string_view base_snapshot = older.base_snapshot()->bytes();
  const ChangedLines changed = changed_lines(base_snapshot, job.snapshot);
  if (count_records(changed) * kFewAreOneIn > job.records()) return false;
  job.phases.begin("index of changes");
  const auto behind =
      make_index_of_changes(directory, *older.base, base_snapshot, changed, job.new_content());
  job.phases.begin("opening and probes");
  const Result<void> made =
      behind ? try_index(directory, job.new_content(), *behind) : tl::unexpected(behind.error());
  if (made) {
    job.report.base = older.base->version;
    return true;
  }
  // Also where the file system has no hard links, or the base lies on a bad sector. A full disk fails again.
  remove_index_of_changes(directory);
  wrong(to_string(made.error()));
  return false;
}

/// Everything but the snapshot, which is on its way to the disk meanwhile.
Result<void> write_generation(const Installing& job) {
  const fs::path& directory = job.place.working;
  auto synced = std::async(std::launch::async, [&] { return sync_file(directory / "snapshot"); });
  if (auto done = write_new(directory / "note", job.metadata.chain.newest.bytes); !done)
    return done;
  const bool by_changes = make_changes(directory, job);
  job.phases.begin("snapshot to the disk");
  if (auto done = synced.get(); !done) return done;
  if (!by_changes) {
    job.phases.begin("whole index");
    if (auto done = make_whole_index(directory, job.new_content()); !done) return done;
    job.phases.begin("opening and probes");
    if (auto done = try_index(directory, job.new_content()); !done) return done;
  }
  return sync_directory(directory);
}

/// What changes against the installed snapshot, and whether it may.
Result<ListChanges> check_changes(const Installing& job) {
  const ListNote& note = job.note();
  // A damaged snapshot must not hold its successor up; the index that serves has digests of its
  // own.
  if (!job.installed || !job.older.installed) {
    ListChanges all;
    all.after = all.added = job.records();
    return all;
  }
  const ChangedLines changed = changed_lines(job.older.installed->bytes(), job.snapshot);
  ListChanges changes = list_changes(changed.removed, changed.added);
  changes.after = job.records();
  changes.before = changes.after + changes.removed - changes.added;
  std::vector<const SignedText*> notes{&job.metadata.chain.newest.text};
  for (const auto& between : job.metadata.chain.between) notes.push_back(&between.text);
  const std::uint64_t steps = note.head.version - job.installed->note.head.version;
  if (auto fine = check_sanity(changes, steps, job.metadata.root.note, notes); !fine)
    return tl::unexpected(fine.error());
  return changes;
}

/// Writes the generation beside the others and makes it serve.
Result<ListChanges> install(const Installing& job) {
  if (auto done = write_generation(job); !done) return tl::unexpected(done.error());
  job.phases.begin("sanity");
  auto changes = check_changes(job);
  if (!changes) return changes;
  if (job.proof.valid()) {
    job.phases.begin("digest");
    if (auto proven = job.proof.get(); !proven) return tl::unexpected(proven.error());
  }
  job.phases.begin("commit");
  if (auto done = commit_generation(job.post, job.place.working, job.place.directory); !done)
    return tl::unexpected(done.error());
  job.place.doomed.keep();
  return changes;
}

/// One update: what was there, what came, and what is told of it.
struct Update {
  const Post& post;
  const VerifiedMetadata& metadata;
  const std::optional<Generation>& installed;
  const UpdateOptions& options;
  Older& older;
  Mirror& mirror;
  UpdateReport& report;
  Phases& phases;

  const ListNote& note() const { return metadata.chain.newest.note; }
};

/// A workplace with the snapshot in it, which is not synced yet.
Result<Workplace> write_snapshot(const Update& update, std::span<const std::string_view> pieces) {
  const fs::path directory = update.post.free_directory(update.note().head.version);
  const fs::path working =
      directory.parent_path() / fmt::format(".{}.new", directory.filename().string());
  if (auto done = make_directories(working); !done) return tl::unexpected(done.error());
  Workplace place{directory, working, DoomedDirectory(working)};
  if (auto done = write_unsynced(working / "snapshot", pieces); !done)
    return tl::unexpected(done.error());
  return place;
}

/// Installs what the deltas lead to. A delta takes out lines that must be there and leaves the rest as
/// it is, so that a result with the digest of its note vouches for the installed snapshot, too. That
/// digest is taken while the index is made. Nothing, and a remark why, when the deltas are of no use.
std::optional<Result<ListChanges>> install_by_deltas(const Update& update,
                                                     std::span<const std::string> deltas) {
  const auto useless = [&](const Error& error) {
    update.report.remark = useless_deltas(error);
    update.report.base = 0;
    return std::nullopt;
  };
  if (!update.older.installed) return useless(update.older.installed.error());
  const auto unproven =
      apply_deltas(update.metadata.chain, update.older.installed->bytes(), deltas);
  if (!unproven) return useless(unproven.error());
  auto place = write_snapshot(update, unproven->pieces);
  if (!place) return tl::unexpected(place.error());
  const auto snapshot = MappedFile::written(place->working / "snapshot");
  if (!snapshot) return tl::unexpected(snapshot.error());
  const std::shared_future<Result<void>> proof = std::async(std::launch::async, [&] {
    return check_blob(snapshot->bytes(), update.note().snapshot, "result of the deltas");
  });
  auto changes =
      install({update.post, update.metadata, update.installed, update.options, update.older, *place,
               snapshot->bytes(), proof, update.report, update.phases});
  // Whatever else failed may have failed for that.
  if (const auto& proven = proof.get(); !proven) return useless(proven.error());
  return changes;
}

/// Installs a whole snapshot, which was checked when it came. The installed one, to which it is
/// compared, is checked by itself: damaged, it counts as not there.
Result<ListChanges> install_snapshot(const Update& update, const std::string& snapshot) {
  if (update.installed && update.older.installed) {
    const Blob& expected = update.installed->note.snapshot;
    if (auto fine = check_blob(update.older.installed->bytes(), expected, "installed snapshot");
        !fine)
      update.older.installed = tl::unexpected(fine.error());
  }
  if (auto lines = snapshot_lines(snapshot, update.note().head.list); !lines)
    return tl::unexpected(lines.error());
  auto place = write_snapshot(update, std::array{std::string_view(snapshot)});
  if (!place) return tl::unexpected(place.error());
  return install({update.post,
                  update.metadata,
                  update.installed,
                  update.options,
                  update.older,
                  *place,
                  snapshot,
                  {},
                  update.report,
                  update.phases});
}

Result<ListChanges> install(const Update& update, FetchedContent fetched) {
  update.phases.begin("new snapshot");
  if (!fetched.deltas.empty()) {
    if (auto changes = install_by_deltas(update, fetched.deltas)) return std::move(*changes);
    // The snapshot is vouched for by itself: a bad delta costs bytes, not the release.
    update.phases.begin("fetch");
    auto snapshot = fetch_snapshot(update.note(), update.mirror);
    if (!snapshot) return tl::unexpected(snapshot.error());
    fetched.snapshot = std::move(*snapshot);
    update.phases.begin("new snapshot");
  }
  return install_snapshot(update, fetched.snapshot);
}

/// The snapshot of the newest release: the one that is here, if that is whole.
Result<std::string> snapshot_again(const Update& update) {
  auto text = read_bounded(update.installed->snapshot(), update.note().snapshot.bytes);
  if (text && check_blob(*text, update.note().snapshot, "installed snapshot")) return text;
  return fetch_snapshot(update.note(), update.mirror);
}

/// Makes the newest release anew beside itself where its files are damaged: a post must not wait for the next release to be
/// rid of a bad sector.
Result<void> mend(const Update& update) {
  update.phases.begin("files of what serves");
  const auto whole = check_files(*update.installed, digest_of(update.metadata.chain.newest.bytes));
  if (whole) return {};
  auto text = snapshot_again(update);
  if (!text) return tl::unexpected(text.error());
  const std::optional<Generation> nothing;  // what is damaged is compared with nothing
  UpdateOptions whole_index = update.options;
  whole_index.whole_index = true;
  auto made = install_snapshot({update.post, update.metadata, nothing, whole_index, update.older, update.mirror, update.report, update.phases},
                               std::move(*text));
  if (!made) return tl::unexpected(made.error());
  update.report.changes.after = made->after;
  update.report.mended = true;
  update.report.remark = fmt::format("the files of version {} were damaged and were made anew: {}", update.report.version, to_string(whole.error()));
  update.post.tidy();
  return {};
}

}  // namespace

Result<UpdateReport> update_post(const Post& post, Mirror& mirror, const UpdateOptions& options) {
  if (auto done = make_directories(post.directory() / "generations"); !done)
    return tl::unexpected(done.error());
  const auto lock = FileLock::take(post.lock_file(), options.patience);
  if (!lock) return tl::unexpected(lock.error());
  post.tidy();
  // A link that leads nowhere must not lock the post out: it is then like a new one that has seen
  // much.
  const std::optional<Generation> installed = post.current().value_or(std::nullopt);
  CountingMirror counting(mirror);
  Phases phases;
  phases.begin("metadata");
  const auto metadata = take_metadata(post, installed, counting, options);
  if (!metadata) return tl::unexpected(metadata.error());
  UpdateReport report;
  report.list = metadata->root.note.head.list;
  report.root = metadata->root.note.head;
  report.before = installed ? installed->note.head.version : 0;
  report.version = metadata->chain.newest.note.head.version;
  report.installed = report.version != report.before;
  if (report.installed) {
    phases.begin("fetch");
    OlderReading reading(installed);
    auto fetched = fetch_content(metadata->chain, installed.has_value(), counting, report.remark);
    if (!fetched) return tl::unexpected(fetched.error());
    phases.begin("installed snapshot");
    Older older = reading.take();
    auto changes = install({post, *metadata, installed, options, older, counting, report, phases},
                           std::move(*fetched));
    if (!changes) return tl::unexpected(changes.error());
    report.changes = std::move(*changes);
    report.changes.records.clear();
    phases.begin("tidying");
    post.tidy();
  } else {
    Older none;
    if (auto done = mend({post, *metadata, installed, options, none, counting, report, phases}); !done)
      return tl::unexpected(done.error());
  }
  report.phases = phases.take();
  report.fetched_bytes = counting.bytes();
  report.by_deltas = counting.by_deltas();
  return report;
}

Result<UpdateReport> verify_mirror(Mirror& mirror, const UpdateOptions& options,
                                   const fs::path& work) {
  return update_post(Post(work / "post"), mirror, options);
}

}  // namespace darvaza::releases
