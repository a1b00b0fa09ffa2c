#include "releases/generation_index.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <system_error>
#include <utility>

#include <fmt/core.h>

#include "darvaza/build_index.h"
#include "darvaza/screener.h"
#include "index/section_file.h"
#include "lists/snapshot_line.h"
#include "releases/durable_files.h"
#include "releases/probes.h"
#include "releases/rules.h"
#include "releases/snapshot.h"

namespace darvaza::releases {
namespace {

constexpr std::string_view kBaseMagic = "darvaza-base 2";

std::string write_base(const BaseIndex& base) {
  NoteWriter out(kBaseMagic);
  out.number("version", base.version);
  out.time("issued", base.issued);
  out.number("bytes", base.content.bytes);
  out.text("digest", base.content.digest);
  out.text("fingerprint", base.fingerprint);
  out.number("changed", base.changed);
  return out.take_checked();
}

std::optional<BaseIndex> parse_base(std::string_view text) {
  NoteReader in(text);
  BaseIndex base;
  in.expect(kBaseMagic);
  base.version = in.number("version");
  base.issued = in.time("issued");
  base.content.bytes = in.number("bytes");
  base.content.digest = in.digest("digest");
  base.fingerprint = in.text("fingerprint");
  base.changed = in.number("changed");
  in.text("check");
  if (!in.finish() || write_base(base) != text) return std::nullopt;
  return base;
}

std::string fingerprint_of(std::string_view bytes) {
  const index::Digest digest = index::digest_of(std::as_bytes(std::span(bytes)));
  return fmt::format("{:016x}{:016x}", digest.high, digest.low);
}

/// The keys of records that differ; rising.
std::vector<std::string_view> keys_of(const ChangedLines& changed) {
  std::vector<std::string_view> keys;
  for (const auto* lines : {&changed.removed, &changed.added}) {
    for (const std::string_view line : *lines) keys.push_back(lists::snapshot_key(line));
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

/// The records with these keys alone: all of one identifier are one person, of whom the index of
/// changes holds either everything or nothing.
std::vector<std::string_view> excerpt(std::string_view snapshot,
                                      const std::vector<std::string_view>& keys) {
  std::vector<std::string_view> lines;
  std::size_t at = std::min(snapshot.size(), snapshot.find('\n')) + 1;
  for (const std::string_view key : keys) {
    // Nothing is less than what follows a key in its line: its lines stand together.
    for (at = find_line(snapshot, at, key); at < snapshot.size(); at += lines.back().size() + 1) {
      const std::string_view line = line_at(snapshot, at);
      if (lists::snapshot_key(line) != key) break;
      lines.push_back(line);
    }
  }
  return lines;
}

BuildOptions options_for(const NoteHead& head) {
  BuildOptions options;
  options.release =
      ListRelease{head.list, head.version, to_text(head.issued), to_text(head.expires)};
  options.allow_empty = true;  // the note says how many records there are to be
  return options;
}

Result<void> check_counts(std::uint64_t persons, std::uint64_t documents, std::uint64_t skipped,
                          const ListNote& note) {
  if (persons == note.persons && documents == note.lost_documents && skipped == 0) return {};
  return refuse(rule::kMalformed,
                fmt::format("{} persons and {} documents where the note counts {} and {}", persons,
                            documents, note.persons, note.lost_documents));
}

/// How many records these lines are; lost documents stand before persons.
CountsBehind count(const std::vector<std::string_view>& lines) {
  const auto first_person = std::partition_point(
      lines.begin(), lines.end(), [](std::string_view line) { return line < "person"; });
  return {lines.end() - first_person, first_person - lines.begin()};
}

/// The two excerpts, the index of what differs between them, and what it stands behind.
Result<CountsBehind> make_changes(const fs::path& directory, const fs::path& work,
                                  const BaseIndex& base, std::string_view base_snapshot,
                                  const std::vector<std::string_view>& keys,
                                  const NewContent& content) {
  const NoteHead& head = content.note.head;
  const auto before = excerpt(base_snapshot, keys), after = excerpt(content.snapshot, keys);
  for (const auto& [name, lines] : {std::pair("before", &before), std::pair("after", &after)}) {
    if (auto done = make_directories(work / name); !done) return tl::unexpected(done.error());
    const std::string text = join_snapshot(head.list, *lines);
    // For as long as this takes: nothing of it has to survive anything.
    if (auto done = write_unsynced(work / name / "snapshot", std::array{std::string_view(text)});
        !done)
      return tl::unexpected(done.error());
  }
  BuildOptions options = options_for(head);
  options.since = {work / "before/snapshot"};
  options.since_version = base.version;
  const auto built =
      build_index(std::array{work / "after/snapshot"}, directory / "changes.dvz", options);
  if (!built) return tl::unexpected(built.error());
  if (const auto skipped = built->sources.front().skipped_count; skipped != 0)
    return refuse(rule::kMalformed,
                  fmt::format("{} of the records that changed cannot be read", skipped));
  if (auto done = link_file(base.index, directory / "base.dvz"); !done)
    return tl::unexpected(done.error());
  if (auto done = link_file(base.snapshot, directory / "base-snapshot"); !done)
    return tl::unexpected(done.error());
  BaseIndex described = base;
  described.changed = keys.size();
  if (described.fingerprint.empty()) described.fingerprint = fingerprint_of(base_snapshot);
  if (auto done = write_new(directory / "base", write_base(described)); !done)
    return tl::unexpected(done.error());
  const CountsBehind were = count(before), are = count(after);
  return CountsBehind{are.persons - were.persons, are.documents - were.documents};
}

/// What is searched of base and changes, and what the base and the lines that changed make.
Result<void> check_counts_behind(const Screener& screener, CountsBehind behind,
                                 const ListNote& note) {
  const auto after = [](std::uint64_t base, std::int64_t more) {
    return static_cast<std::uint64_t>(static_cast<std::int64_t>(base) + more);
  };
  const IndexDescription base = screener.describe_files().front();
  if (auto fine = check_counts(after(base.entries, behind.persons),
                               after(base.lost_documents, behind.documents), 0, note);
      !fine)
    return fine;
  return check_counts(screener.describe().entries, note.lost_documents, 0, note);
}

}  // namespace

Result<BaseIndex> base_of(const Generation& generation) {
  if (generation.is_whole()) {
    const NoteHead& head = generation.note.head;
    return BaseIndex{head.version,
                     head.issued,
                     generation.note.snapshot,
                     {},
                     0,
                     generation.directory / "index.dvz",
                     generation.snapshot()};
  }
  const fs::path file = generation.directory / "base";
  const auto text = read_bounded(file, kMaxNoteBytes);
  if (!text) return tl::unexpected(text.error());
  auto base = parse_base(*text);
  if (!base)
    return refuse(rule::kMalformed, "expected what the base index was made of", file.string());
  base->index = generation.directory / "base.dvz";
  base->snapshot = generation.directory / "base-snapshot";
  return std::move(*base);
}

Result<MappedFile> map_snapshot(const BaseIndex& base) {
  auto snapshot = MappedFile::open(base.snapshot, base.content.bytes);
  if (!snapshot) return snapshot;
  if (snapshot->bytes().size() != base.content.bytes ||
      fingerprint_of(snapshot->bytes()) != base.fingerprint) {
    return refuse(rule::kWrongDigest, "the snapshot of the base is not what it was",
                  base.snapshot.string());
  }
  return snapshot;
}

Result<void> make_whole_index(const fs::path& directory, const NewContent& content) {
  const auto built = build_index(std::array{directory / "snapshot"}, directory / "index.dvz",
                                 options_for(content.note.head));
  if (!built) return tl::unexpected(built.error());
  const SourceSummary& source = built->sources.front();
  return check_counts(source.entries, source.lost_documents, source.skipped_count, content.note);
}

Result<CountsBehind> make_index_of_changes(const fs::path& directory, const BaseIndex& base,
                                           std::string_view base_snapshot,
                                           const ChangedLines& changed, const NewContent& content) {
  const fs::path work = directory / ".changes";
  auto made = make_changes(directory, work, base, base_snapshot, keys_of(changed), content);
  std::error_code ignored;
  fs::remove_all(work, ignored);
  return made;
}

void remove_index_of_changes(const fs::path& directory) {
  std::error_code ignored;
  for (const char* file : {"changes.dvz", "base.dvz", "base-snapshot", "base"})
    fs::remove(directory / file, ignored);
}

Result<void> try_index(const fs::path& directory, const NewContent& content,
                       std::optional<CountsBehind> behind) {
  const auto screener = Screener::open(directory);
  if (!screener) return tl::unexpected(screener.error());
  if (behind) {
    if (auto fine = check_counts_behind(*screener, *behind, content.note); !fine) return fine;
  }
  return ask_probes(*screener, content.snapshot, content.note);
}

Result<void> check_files(const Generation& generation, const std::string& note_digest) {
  if (generation.note_digest != note_digest)
    return refuse(rule::kWrongDigest, "it is not the note that was installed", (generation.directory / "note").string());
  const auto screener = Screener::open(generation.indexes());
  if (!screener) return tl::unexpected(screener.error());
  const auto snapshot = read_bounded(generation.snapshot(), generation.note.snapshot.bytes);
  if (!snapshot) return tl::unexpected(snapshot.error());
  auto fine = check_blob(*snapshot, generation.note.snapshot, "snapshot");
  if (!fine) fine.error().file = generation.snapshot().string();
  return fine;
}

std::uint64_t count_records(const ChangedLines& changed) { return keys_of(changed).size(); }

}  // namespace darvaza::releases
