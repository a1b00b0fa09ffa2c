#include "releases/post.h"

#include <algorithm>
#include <system_error>
#include <vector>

#include <fmt/core.h>

#include "releases/durable_files.h"
#include "releases/rules.h"

namespace darvaza::releases {
namespace {

constexpr std::string_view kSeenMagic = "darvaza-seen 1";

std::string write_seen(const Seen& seen) {
  NoteWriter out(kSeenMagic);
  out.number("version", seen.version);
  out.text("note", seen.note.empty() ? "none" : seen.note);
  out.time("issued", seen.issued);
  return out.take_checked();
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

/// Those that there are, the newest first.
std::vector<GenerationName> generations_in(const fs::path& directory) {
  std::vector<GenerationName> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(directory, error)) {
    if (const auto name = parse_generation_name(entry.path().filename().string()))
      names.push_back(*name);
  }
  std::sort(names.rbegin(), names.rend());
  return names;
}

/// Without signs and leading zeros, and of no more than 18 digits.
std::optional<std::uint64_t> parse_number(std::string_view text) {
  const bool digits = !text.empty() && text.size() <= 18 &&
                      text.find_first_not_of("0123456789") == std::string_view::npos;
  if (!digits || (text.size() > 1 && text.front() == '0')) return std::nullopt;
  return std::stoull(std::string(text));
}

}  // namespace

std::string to_string(GenerationName name) {
  std::string text = std::to_string(name.version);
  return name.remade == 0 ? text : text + '.' + std::to_string(name.remade);
}

std::optional<GenerationName> parse_generation_name(std::string_view text) {
  const auto dot = text.find('.');
  const auto version = parse_number(text.substr(0, dot));
  if (!version) return std::nullopt;
  if (dot == std::string_view::npos) return GenerationName{*version, 0};
  const auto remade = parse_number(text.substr(dot + 1));
  if (!remade || *remade == 0) return std::nullopt;
  return GenerationName{*version, *remade};
}

bool Generation::is_whole() const {
  std::error_code error;
  return fs::exists(directory / "index.dvz", error);
}

std::vector<fs::path> Generation::indexes() const {
  if (is_whole()) return {directory / "index.dvz"};
  return {directory / "base.dvz", directory / "changes.dvz"};
}

fs::path Post::compaction_directory() const { return directory_ / "generations" / ".compaction"; }

fs::path Post::generation_directory(std::uint64_t version) const {
  return directory_ / "generations" / to_string(GenerationName{version, 0});
}

fs::path Post::free_directory(std::uint64_t version) const {
  GenerationName free{version, 0};
  for (const GenerationName& name : generations_in(directory_ / "generations")) {
    if (name.version == version) free.remade = std::max(free.remade, name.remade + 1);
  }
  return directory_ / "generations" / to_string(free);
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
  for (const GenerationName& name : generations_in(directory_ / "generations")) {
    const auto generation = read_generation(directory_ / "generations" / to_string(name));
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
  for (const GenerationName& name : generations_in(directory_ / "generations")) {
    if (name.version == version)
      return read_generation(directory_ / "generations" / to_string(name));
  }
  return read_generation(generation_directory(version));
}

Result<std::vector<Generation>> Post::generations() const {
  std::vector<Generation> all;
  const auto names = generations_in(directory_ / "generations");
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    auto generation = read_generation(directory_ / "generations" / to_string(*name));
    if (!generation) return tl::unexpected(generation.error());
    all.push_back(std::move(*generation));
  }
  return all;
}

void Post::tidy() const {
  std::error_code ignored;
  const auto serving =
      parse_generation_name(fs::read_symlink(directory_ / "current", ignored).filename().string());
  std::optional<std::uint64_t> before;  // the version that is kept beside
  for (const GenerationName& name : generations_in(directory_ / "generations")) {
    if (!serving) break;  // without a link nobody knows which is which
    bool keep = name.version == serving->version && name <= *serving;
    if (name.version < serving->version && !before) {
      before = name.version;
      keep = true;
    }
    // Newer than what serves: written, and never committed.
    if (!keep) (void)remove_directory(directory_ / "generations" / to_string(name));
  }
  for (const fs::path& place : {directory_, directory_ / "generations"}) {
    for (const auto& entry : fs::directory_iterator(place, ignored)) {
      const std::string name = entry.path().filename().string();
      if (name.starts_with('.') && name.ends_with(".new")) fs::remove_all(entry.path(), ignored);
    }
  }
  // One that was killed: one that is at work holds its lock.
  if (!fs::exists(compaction_directory(), ignored)) return;
  if (const auto lock = FileLock::take(compaction_lock_file()))
    fs::remove_all(compaction_directory(), ignored);
}

Result<void> Post::commit(const fs::path& generation) const {
  return replace_link(directory_ / "current", fs::path("generations") / generation.filename());
}

}  // namespace darvaza::releases
