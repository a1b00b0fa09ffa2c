#include "releases/held_records.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <system_error>
#include <utility>

#include <sys/stat.h>

#include "lists/snapshot_line.h"
#include "releases/compaction.h"
#include "releases/compression.h"
#include "releases/durable_files.h"
#include "releases/generation_index.h"
#include "releases/mirror.h"
#include "releases/signed_note.h"
#include "releases/snapshot.h"

namespace darvaza::releases {
namespace {

/// The beginnings that lines of this record have.
std::array<std::string, 2> keys_of(std::string_view id) {
  WatchlistEntry entry;
  entry.id = id;
  entry.names = {{"x", NameGrade::primary}};
  LostDocument document;
  document.number = id;
  std::array<std::string, 2> keys;
  const lists::ListRecord records[] = {entry, document};
  for (std::size_t i = 0; i < keys.size(); ++i) {
    // Through the writer of lines: it knows how an identifier is escaped.
    if (const auto line = lists::to_snapshot_line(records[i])) keys[i] = lists::snapshot_key(*line);
  }
  return keys;
}

/// Lines of the record in a snapshot, or in a delta with its marks.
std::vector<std::string> lines_of(std::string_view text, const std::array<std::string, 2>& keys) {
  std::vector<std::string> found;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const bool marked = line.starts_with("- ") || line.starts_with("+ ");
    const std::string_view key = lists::snapshot_key(line.substr(marked ? 2 : 0));
    if (key == keys[0] || key == keys[1]) found.emplace_back(line);
  }
  return found;
}

struct MirrorNote {
  ListNote note;
  std::uint64_t version = 0;
};

/// The notes of a publisher's directory, the oldest first. What is no note is not looked at.
Result<std::vector<MirrorNote>> notes_in(const fs::path& directory) {
  std::vector<MirrorNote> notes;
  std::error_code error;
  for (fs::directory_iterator files(directory, error), end; !error && files != end; files.increment(error)) {
    const std::string name = files->path().filename().string();
    std::uint64_t version = 0;
    const auto read = std::from_chars(name.data() + std::min<std::size_t>(5, name.size()), name.data() + name.size(), version);
    if (!name.starts_with("note.") || read.ec != std::errc() || read.ptr != name.data() + name.size()) continue;
    const auto bytes = read_bounded(files->path(), kMaxNoteBytes);
    if (!bytes) return tl::unexpected(bytes.error());
    const auto text = parse_signed(*bytes);
    if (!text) return tl::unexpected(text.error());
    auto note = parse_list_note(text->body);
    if (!note) return tl::unexpected(note.error());
    notes.push_back({std::move(*note), version});
  }
  if (error) return fail(ErrorCode::io, "cannot be read: " + error.message(), directory.string());
  std::sort(notes.begin(), notes.end(), [](const MirrorNote& a, const MirrorNote& b) { return a.version < b.version; });
  return notes;
}

/// What a compressed file of a mirror holds; nothing when it is not there any more.
Result<std::optional<std::string>> unpacked(const fs::path& file, const Blob& content, const Blob& packed) {
  std::error_code error;
  if (!fs::exists(file, error)) return std::nullopt;
  const auto bytes = read_bounded(file, packed.bytes);
  if (!bytes) return tl::unexpected(bytes.error());
  auto text = decompress(*bytes, content.bytes);
  if (!text) return tl::unexpected(text.error());
  return std::optional(std::move(*text));
}

Result<std::optional<std::string>> snapshot_of(const fs::path& directory, const MirrorNote& release) {
  return unpacked(directory / snapshot_file(release.version), release.note.snapshot, release.note.snapshot_file);
}

void add(std::vector<HeldRecord>& held, const fs::path& file, const ListNote& note, bool serves, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) held.push_back({file, note.head.list, note.owner, note.head.version, note.head.issued, serves, line});
}

/// Lines of the record in a generation, and which of its indexes hold it.
Result<void> find_in(const Generation& generation, const std::array<std::string, 2>& keys,
                     bool serves, std::vector<HeldRecord>& held) {
  const auto text = read_bounded(generation.snapshot(), generation.note.snapshot.bytes);
  if (!text) return tl::unexpected(text.error());
  const auto lines = lines_of(*text, keys);
  add(held, generation.snapshot(), generation.note, serves, lines);
  if (generation.is_whole()) {
    if (!lines.empty()) add(held, generation.indexes().front(), generation.note, serves, {""});
    return {};
  }
  const auto base = base_of(generation);
  if (!base) return tl::unexpected(base.error());
  const auto base_text = read_bounded(base->snapshot, base->content.bytes);
  if (!base_text) return tl::unexpected(base_text.error());
  // What was withdrawn since is not found any more, and is there until an index of the whole list
  // is made.
  const auto older = lines_of(*base_text, keys);
  const auto add_of_base = [&](const fs::path& file, const std::vector<std::string>& held_lines) {
    for (const std::string& line : held_lines)
      held.push_back({file, generation.note.head.list, generation.note.owner, base->version,
                      base->issued, false, line});
  };
  add_of_base(base->snapshot, older);
  if (!older.empty()) add_of_base(base->index, {""});
  if (older != lines) add(held, generation.indexes().back(), generation.note, serves, {""});
  return {};
}

/// When its note was written: that is when what serves began to, whatever index was made of it
/// since.
Result<UtcSeconds> serving_since(const Post& post) {
  struct stat status {};
  if (::stat((post.directory() / "current/note").c_str(), &status) != 0) {
    return fail(ErrorCode::input_missing, "no list was installed here yet", post.directory().string());
  }
  return UtcSeconds{status.st_mtime};
}

/// What was withdrawn since a base was issued is in it: once that may be so long ago, a whole index
/// takes its place.
Result<void> forget_base(const Post& post, UtcSeconds now, UtcSeconds age) {
  const auto current = post.current();
  if (!current) return tl::unexpected(current.error());
  if (!*current || (*current)->is_whole()) return {};
  const auto base = base_of(**current);
  if (base && now - base->issued < age) return {};
  if (const auto done = compact_post(post); !done) return tl::unexpected(done.error());
  return {};
}

Result<void> remove_file(const fs::path& file, std::vector<fs::path>& gone) {
  std::error_code error;
  if (fs::remove_all(file, error) > 0 && !error) gone.push_back(file);
  if (error) return fail(ErrorCode::io, "cannot be removed: " + error.message(), file.string());
  return {};
}

/// What serves at a post. That nothing is held in a mistyped place says nothing: only a post can tell.
Result<Generation> serving(const Post& post) {
  std::error_code error;
  const fs::path& directory = post.directory();
  if (!fs::is_directory(directory, error)) return fail(ErrorCode::io, "is no directory that can be read: expected that of a post", directory.string());
  auto current = post.current();
  if (!current) return tl::unexpected(current.error());
  if (!*current) return fail(ErrorCode::io, "holds no release: expected the directory of a post", directory.string());
  return std::move(**current);
}

}  // namespace

Result<std::vector<HeldRecord>> find_in_post(const Post& post, std::string_view id) {
  const auto current = serving(post);
  if (!current) return tl::unexpected(current.error());
  const auto keys = keys_of(id);
  const auto generations = post.generations();
  if (!generations) return tl::unexpected(generations.error());
  std::vector<HeldRecord> held;
  for (const Generation& generation : *generations) {
    const bool serves = current->directory.filename() == generation.directory.filename();
    if (auto done = find_in(generation, keys, serves, held); !done)
      return tl::unexpected(done.error());
  }
  return held;
}

Result<std::vector<HeldRecord>> find_in_mirror(const fs::path& directory, std::string_view id) {
  const auto keys = keys_of(id);
  const auto notes = notes_in(directory);
  if (!notes) return tl::unexpected(notes.error());
  std::vector<HeldRecord> held;
  for (const MirrorNote& release : *notes) {
    const auto snapshot = snapshot_of(directory, release);
    if (!snapshot) return tl::unexpected(snapshot.error());
    if (*snapshot) add(held, directory / snapshot_file(release.version), release.note, false, lines_of(**snapshot, keys));
    if (!release.note.delta || !release.note.delta_file) continue;
    const auto delta = unpacked(directory / delta_file(release.version), *release.note.delta, *release.note.delta_file);
    if (!delta) return tl::unexpected(delta.error());
    if (*delta) add(held, directory / delta_file(release.version), release.note, false, lines_of(**delta, keys));
  }
  return held;
}

Result<std::vector<RecordHistory>> history_in_mirror(const fs::path& directory, std::string_view id) {
  const auto keys = keys_of(id);
  const auto notes = notes_in(directory);
  if (!notes) return tl::unexpected(notes.error());
  std::vector<RecordHistory> history;
  std::vector<std::string> before;
  for (const MirrorNote& release : *notes) {
    const auto snapshot = snapshot_of(directory, release);
    if (!snapshot) return tl::unexpected(snapshot.error());
    if (!*snapshot) continue;
    std::vector<std::string> after = lines_of(**snapshot, keys);
    const std::vector<std::string_view> old_lines(before.begin(), before.end()), new_lines(after.begin(), after.end());
    for (RecordChange& change : list_changes(old_lines, new_lines).records) {
      history.push_back({release.version, release.note.head.issued, std::move(change)});
    }
    before = std::move(after);
  }
  return history;
}

Result<std::vector<fs::path>> forget_in_post(const Post& post, UtcSeconds now, UtcSeconds age) {
  if (auto done = forget_base(post, now, age); !done) return tl::unexpected(done.error());
  const auto lock = FileLock::take(post.lock_file());
  if (!lock) return tl::unexpected(lock.error());
  post.tidy();  // what a compaction that was killed left behind
  const auto current = post.current();
  if (!current) return tl::unexpected(current.error());
  const auto since = serving_since(post);
  if (!since) return tl::unexpected(since.error());
  std::vector<fs::path> gone;
  if (!*current || now - *since < age) return gone;
  const fs::path generations = post.directory() / "generations";
  std::error_code error;
  std::vector<fs::path> others;
  for (fs::directory_iterator places(generations, error), end; !error && places != end; places.increment(error)) {
    const fs::path name =
        places->path().filename();  // a compaction that is at work tidies up itself
    if (name != (*current)->directory.filename() && name != post.compaction_directory().filename())
      others.push_back(places->path());
  }
  if (error) return fail(ErrorCode::io, "cannot be read: " + error.message(), generations.string());
  for (const fs::path& other : others) {
    if (auto done = remove_file(other, gone); !done) return tl::unexpected(done.error());
  }
  if (auto done = sync_directory(generations); !done) return tl::unexpected(done.error());
  return gone;
}

Result<std::vector<fs::path>> forget_in_mirror(const fs::path& directory, UtcSeconds now, UtcSeconds age) {
  const auto lock = FileLock::take(directory / ".lock");
  if (!lock) return tl::unexpected(lock.error());
  const auto notes = notes_in(directory);
  if (!notes) return tl::unexpected(notes.error());
  // Notes above the timestamp's are of a run that broke off: nothing is superseded by them.
  const auto stamp_bytes = read_bounded(directory / kTimestampFile, kMaxNoteBytes);
  if (!stamp_bytes) return tl::unexpected(stamp_bytes.error());
  const auto stamp_text = parse_signed(*stamp_bytes);
  if (!stamp_text) return tl::unexpected(stamp_text.error());
  const auto stamp = parse_timestamp(stamp_text->body);
  if (!stamp) return tl::unexpected(stamp.error());
  std::vector<fs::path> gone;
  for (std::size_t i = 0; i + 1 < notes->size(); ++i) {
    const MirrorNote& successor = (*notes)[i + 1];
    if (successor.version > stamp->head.version || now - successor.note.head.issued < age) continue;
    for (const fs::path& file : {directory / snapshot_file((*notes)[i].version), directory / delta_file((*notes)[i].version),
                                 directory / delta_file(successor.version)}) {
      if (auto done = remove_file(file, gone); !done) return tl::unexpected(done.error());
    }
  }
  if (auto done = sync_directory(directory); !done) return tl::unexpected(done.error());
  return gone;
}

}  // namespace darvaza::releases
