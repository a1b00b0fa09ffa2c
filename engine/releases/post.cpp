#include "releases/post.h"

#include <algorithm>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "releases/durable_files.h"
#include "releases/rules.h"

namespace darvaza::releases {
namespace {

constexpr std::string_view kSeenMagic = "darvaza-seen 1";
constexpr std::size_t kKeptGenerations = 2;

std::string write_seen(const Seen& seen) {
  NoteWriter out(kSeenMagic);
  out.number("version", seen.version);
  out.text("note", seen.note.empty() ? "none" : seen.note);
  out.time("issued", seen.issued);
  const std::string body = out.take();
  // Against damage, not against forgers: whoever can write here can write anything.
  return body + "check: " + digest_of(body) + "\n";
}

std::optional<Seen> parse_seen(std::string_view text) {
  NoteReader in(text);
  Seen seen;
  in.expect(kSeenMagic);
  seen.version = in.number("version");
  seen.note = in.text("note");
  seen.issued = in.time("issued");
  in.text("check");
  if (seen.note == "none") seen.note.clear();
  if (!in.finish() || write_seen(seen) != text) return std::nullopt;
  return seen;
}

Result<Generation> read_generation(const fs::path& directory) {
  Generation generation;
  generation.directory = directory;
  const auto bytes = read_bounded(directory / "note", kMaxNoteBytes);
  if (!bytes) return tl::unexpected(bytes.error());
  const auto text = parse_signed(*bytes);
  if (!text) return tl::unexpected(text.error());
  auto note = parse_list_note(text->body);
  if (!note) return tl::unexpected(note.error());
  generation.note = std::move(*note);
  generation.note_digest = digest_of(*bytes);
  return generation;
}

/// Versions of which there is a directory, the newest first.
std::vector<std::uint64_t> generations_in(const fs::path& directory) {
  std::vector<std::uint64_t> versions;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(directory, error)) {
    const std::string name = entry.path().filename().string();
    const bool number = name.size() <= 18 && std::all_of(name.begin(), name.end(), [](char c) {
                          return c >= '0' && c <= '9';
                        });
    if (number) versions.push_back(std::stoull(name));
  }
  std::sort(versions.rbegin(), versions.rend());
  return versions;
}

}  // namespace

fs::path Post::generation_directory(std::uint64_t version) const {
  return directory_ / "generations" / std::to_string(version);
}

Result<std::string> Post::root() const { return read_bounded(directory_ / "root", kMaxNoteBytes); }
Result<std::string> Post::timestamp() const {
  return read_bounded(directory_ / "timestamp", kMaxNoteBytes);
}
Result<void> Post::keep_root(std::string_view bytes) const {
  return replace_file(directory_ / "root", bytes);
}
Result<void> Post::keep_timestamp(std::string_view bytes) const {
  return replace_file(directory_ / "timestamp", bytes);
}

Seen Post::seen() const {
  Seen seen;
  if (const auto text = read_bounded(directory_ / "seen", kMaxNoteBytes))
    seen = parse_seen(*text).value_or(Seen{});
  for (const std::uint64_t version : generations_in(directory_ / "generations")) {
    const auto generation = read_generation(generation_directory(version));
    if (!generation) continue;
    const NoteHead& head = generation->note.head;
    if (head.version > seen.version) {
      seen.version = head.version;
      seen.note = generation->note_digest;
    }
    seen.issued = std::max(seen.issued, head.issued);
  }
  return seen;
}

Result<void> Post::keep_seen(const Seen& seen) const {
  return replace_file(directory_ / "seen", write_seen(seen));
}

Result<std::optional<Generation>> Post::current() const {
  std::error_code error;
  const fs::path target = fs::read_symlink(directory_ / "current", error);
  if (error == std::errc::no_such_file_or_directory) return std::nullopt;
  if (error)
    return fail(ErrorCode::io, "cannot be followed: " + error.message(),
                (directory_ / "current").string());
  auto generation = read_generation(directory_ / target);
  if (!generation) return tl::unexpected(generation.error());
  return std::move(*generation);
}

Result<Generation> Post::generation(std::uint64_t version) const {
  return read_generation(generation_directory(version));
}

void Post::tidy() const {
  std::error_code ignored;
  const fs::path serving = fs::read_symlink(directory_ / "current", ignored).filename();
  std::size_t kept = 0;
  bool older = false;
  for (const std::uint64_t version : generations_in(directory_ / "generations")) {
    const bool serves = std::to_string(version) == serving;
    older = older || serves;
    // Newer than what serves: written, and never committed. Without a link nobody knows which is which.
    if (serving.empty() || (older && kept < kKeptGenerations)) {
      ++kept;
    } else {
      fs::remove_all(generation_directory(version), ignored);
    }
  }
  for (const fs::path& place : {directory_, directory_ / "generations"}) {
    for (const auto& entry : fs::directory_iterator(place, ignored)) {
      const std::string name = entry.path().filename().string();
      if (name.starts_with('.') && name.ends_with(".new")) fs::remove_all(entry.path(), ignored);
    }
  }
}

Result<void> Post::commit(std::uint64_t version) const {
  return replace_link(directory_ / "current", fs::path("generations") / std::to_string(version));
}

}  // namespace darvaza::releases
