#include "releases/compaction.h"

#include <chrono>
#include <future>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/core.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "releases/commit_generation.h"
#include "releases/durable_files.h"
#include "releases/generation_index.h"
#include "releases/rules.h"
#include "releases/verify_release.h"

namespace darvaza::releases {
namespace {

/// An update holds the lock for as long as it fetches.
constexpr std::chrono::seconds kPatience{600};

/// Of this thread and those that it starts: processor and disk are theirs who screen.
void give_way() {
  (void)::setpriority(PRIO_PROCESS, 0, 19);
  constexpr long kThisThread = 1, kIdle = 3L << 13;  // ioprio_set(2)
  (void)::syscall(SYS_ioprio_set, kThisThread, 0L, kIdle);
}

Result<Generation> serving(const Post& post) {
  auto current = post.current();
  if (!current) return tl::unexpected(current.error());
  if (!*current)
    return fail(ErrorCode::input_missing, "no list was installed here yet",
                post.directory().string());
  return std::move(**current);
}

/// The files of a generation under the same names in another directory: they stay when it goes.
Result<void> link_files(const Generation& generation, const fs::path& directory) {
  for (const char* file : {"note", "snapshot"}) {
    if (auto done = link_file(generation.directory / file, directory / file); !done) return done;
  }
  return {};
}

/// In `working`, which holds note and snapshot.
Result<void> make_whole(const fs::path& working, const Generation& generation,
                        std::string_view snapshot) {
  give_way();
  const NewContent made{generation.note, snapshot};
  if (auto done = make_whole_index(working, made); !done) return done;
  if (auto done = try_index(working, made); !done) return done;
  return sync_directory(working);
}

/// A newer release was installed meanwhile: what it changed is put behind the new whole index.
Result<std::uint64_t> put_behind(const fs::path& directory, const Generation& newer,
                                 const Generation& made, std::string_view base) {
  const auto content = read_snapshot(newer);
  if (!content) return tl::unexpected(content.error());
  if (auto done = link_files(newer, directory); !done) return tl::unexpected(done.error());
  const ChangedLines changed = changed_lines(base, *content);
  const auto index = base_of(made);
  if (!index) return tl::unexpected(index.error());
  const NewContent wanted{newer.note, *content};
  const auto behind = make_index_of_changes(directory, *index, base, changed, wanted);
  if (!behind) return tl::unexpected(behind.error());
  if (auto done = try_index(directory, wanted, *behind); !done) return tl::unexpected(done.error());
  if (auto done = sync_directory(directory); !done) return tl::unexpected(done.error());
  return count_records(changed);
}

}  // namespace

Result<bool> compaction_due(const Post& post, std::uint64_t most_changed) {
  const auto current = serving(post);
  if (!current) return tl::unexpected(current.error());
  const auto base = base_of(*current);
  return !base || base->changed > most_changed;
}

Result<CompactionReport> compact_post(const Post& post, const std::function<void()>& when_made) {
  const auto only_one = FileLock::take(post.compaction_lock_file());
  if (!only_one) return tl::unexpected(only_one.error());
  const fs::path work = post.compaction_directory(), whole = work / "whole",
                 behind = work / "behind";
  std::error_code ignored;
  fs::remove_all(work, ignored);
  DoomedDirectory doomed(work);
  std::optional<Generation> before;
  {
    const auto lock = FileLock::take(post.lock_file(), kPatience);
    if (!lock) return tl::unexpected(lock.error());
    auto current = serving(post);
    if (!current) return tl::unexpected(current.error());
    before = std::move(*current);
    const std::uint64_t version = before->note.head.version;
    if (before->is_whole()) return CompactionReport{false, version, version, 0};
    if (auto done = make_directories(whole); !done) return tl::unexpected(done.error());
    if (auto done = link_files(*before, whole); !done) return tl::unexpected(done.error());
  }
  Generation made = *before;
  made.directory = whole;
  const auto content = read_snapshot(made);
  if (!content) return tl::unexpected(content.error());
  // A thread of its own: what follows must not hold an update up.
  try {
    auto making = std::async(std::launch::async, [&] { return make_whole(whole, made, *content); });
    if (auto done = making.get(); !done) return tl::unexpected(done.error());
  } catch (const std::system_error& error) {
    return fail(ErrorCode::io, std::string("no thread is to be had: ") + error.what());
  }
  if (when_made) when_made();

  const auto lock = FileLock::take(post.lock_file(), kPatience);
  if (!lock) return tl::unexpected(lock.error());
  const auto now = serving(post);
  if (!now) return tl::unexpected(now.error());
  CompactionReport report{true, made.note.head.version, now->note.head.version, 0};
  if (report.serving < report.version)
    return refuse(rule::kRollback, fmt::format("version {} serves where version {} did",
                                               report.serving, report.version));
  if (now->is_whole())
    return CompactionReport{false, report.serving, report.serving,
                            0};  // an update made one meanwhile
  fs::path working = whole;
  if (now->note_digest != made.note_digest) {
    if (auto done = make_directories(behind); !done) return tl::unexpected(done.error());
    const auto changed = put_behind(behind, *now, made, *content);
    if (!changed) return tl::unexpected(changed.error());
    report.changed = *changed;
    working = behind;
  }
  if (auto done = commit_generation(post, working, post.free_directory(report.serving)); !done)
    return tl::unexpected(done.error());
  post.tidy();
  return report;
}

}  // namespace darvaza::releases
