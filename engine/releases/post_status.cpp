#include "releases/post_status.h"

#include <fmt/core.h>
#include <sys/stat.h>

#include "darvaza/screener.h"
#include "releases/durable_files.h"
#include "releases/generation_index.h"
#include "releases/probes.h"
#include "releases/rules.h"
#include "releases/verify_release.h"

namespace darvaza::releases {
namespace {

/// The last timestamp that was kept, if it can be read.
std::optional<TimestampNote> last_timestamp(const Post& post) {
  const auto bytes = post.timestamp();
  if (!bytes) return std::nullopt;
  const auto text = parse_signed(*bytes);
  if (!text) return std::nullopt;
  auto stamp = parse_timestamp(text->body);
  if (!stamp) return std::nullopt;
  return std::move(*stamp);
}

/// The root that is trusted here, if it can be read.
std::optional<NoteHead> known_root(const Post& post) {
  auto bytes = post.root();
  if (!bytes) return std::nullopt;
  const auto root = trust_root(std::move(*bytes));
  if (!root) return std::nullopt;
  return root->note.head;
}

/// What is wrong with the files of what serves; empty: nothing.
std::string damage_of(const PostStatus& status) {
  const bool is_newest = status.seen.version == status.serving.note.head.version;
  const auto whole = check_files(status.serving, is_newest ? status.seen.note : status.serving.note_digest);
  return whole ? std::string() : darvaza::to_string(whole.error());
}

/// When the file was written; other names that it got later do not count. 0: unknown.
UtcSeconds made_at(const fs::path& file) {
  struct stat status {};
  return ::stat(file.c_str(), &status) == 0 ? UtcSeconds{status.st_mtime} : 0;
}

Result<void> check_serving(const Post& post, const Generation& serving) {
  auto bytes = post.root();
  if (!bytes) return tl::unexpected(bytes.error());
  const auto root = trust_root(std::move(*bytes));
  if (!root) return tl::unexpected(root.error());
  const auto note = read_bounded(serving.directory / "note", kMaxNoteBytes);
  if (!note) return tl::unexpected(note.error());
  const auto text = parse_signed(*note);
  if (!text) return tl::unexpected(text.error());
  if (auto fine = verify_signatures(*text, Role::list, root->note.of(Role::list)); !fine)
    return fine;
  if (serving.note.head.list != root->note.head.list)
    return refuse(rule::kWrongList, "what serves is another list");
  const auto snapshot = read_bounded(serving.snapshot(), serving.note.snapshot.bytes);
  if (!snapshot) return tl::unexpected(snapshot.error());
  if (auto fine = check_blob(*snapshot, serving.note.snapshot, "snapshot"); !fine) return fine;
  const auto screener = Screener::open(serving.indexes());
  if (!screener) return tl::unexpected(screener.error());
  return ask_probes(*screener, *snapshot, serving.note);
}

}  // namespace

std::string_view to_string(ListMark mark) {
  constexpr std::string_view kNames[] = {"stale",         "unconfirmed", "behind",
                                         "clock suspect", "damaged",     "root expired"};
  return kNames[static_cast<std::size_t>(mark)];
}

Result<PostStatus> post_status(const Post& post, UtcSeconds now) {
  auto serving = post.current();
  if (!serving) return tl::unexpected(serving.error());
  if (!*serving) {
    return fail(ErrorCode::input_missing, "no list was installed here yet",
                post.directory().string());
  }
  PostStatus status;
  status.serving = std::move(**serving);
  status.now = now;
  status.seen = post.seen();
  const auto stamp = last_timestamp(post);
  if (stamp) status.confirmed = stamp->head.issued;
  if (auto base = base_of(status.serving)) {
    status.base = std::move(*base);
    status.base_made = made_at(status.base->index);
  }
  const std::uint64_t version = status.serving.note.head.version;
  if (status.serving.note.head.expires <= now) status.marks.push_back(ListMark::stale);
  if (!stamp || stamp->head.expires <= now) status.marks.push_back(ListMark::unconfirmed);
  if (status.seen.version > version) status.marks.push_back(ListMark::behind);
  if (now + kClockTolerance < status.seen.issued) status.marks.push_back(ListMark::clock_suspect);
  status.damage = damage_of(status);
  if (!status.damage.empty()) status.marks.push_back(ListMark::damaged);
  status.root = known_root(post);
  if (status.root && status.root->expires <= now) status.marks.push_back(ListMark::root_expired);
  for (std::uint64_t before = version;
       before > 1 && version - before < 1024 && status.before == 0;) {
    if (post.generation(--before)) status.before = before;
  }
  return status;
}

Result<PostStatus> check_rollback(const Post& post, UtcSeconds now) {
  auto status = post_status(post, now);
  if (!status) return status;
  const std::uint64_t version = status->serving.note.head.version;
  if (version < status->seen.version) {
    return refuse(rule::kRollback, fmt::format("version {} serves, and version {} was seen here",
                                               version, status->seen.version));
  }
  if (status->serving.note_digest != status->seen.note) {
    return refuse(rule::kTwoNotes,
                  fmt::format("another note of version {} was seen here", version));
  }
  if (auto fine = check_serving(post, status->serving); !fine) return tl::unexpected(fine.error());
  return status;
}

}  // namespace darvaza::releases
