// What a post keeps: the trusted root, what it has seen, and the last two generations of the list.
//
//   POST/current              → generations/7, replaced by one rename: that is the commit
//   POST/generations/7/       written whole and synced before; never changed afterwards
//   POST/generations/7.1/     the same release with an index that was made anew here
//   POST/root                 the newest root note that was verified here
//   POST/timestamp            the newest timestamp that was verified here
//   POST/seen                 highest version, its note's digest, latest issue time
//   POST/lock                 held while an update runs
//   POST/compaction.lock      held while a whole index is made of base and changes
//
// A generation holds note and snapshot, and one index or two:
//
//   index.dvz                 the whole list
//   base.dvz, changes.dvz     the list as an older release had it, and what changed since
//   base, base-snapshot       with these two: what base.dvz was made of
//
// Files that generations share are one file of several names.
// Screening opens the directory POST/current and follows the link when it changes.
#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/error.h"
#include "releases/notes.h"

namespace darvaza::releases {

/// What must never fall, written before anything newer is used.
struct Seen {
  std::uint64_t version = 0;  ///< of the newest list note that was verified here; 0: none yet
  std::string note;           ///< digest of that note's file
  UtcSeconds issued = 0;      ///< the latest issue time of anything that was verified here
  friend bool operator==(const Seen&, const Seen&) = default;
};

/// "7", or "7.1" for the first index that was made anew of release 7.
struct GenerationName {
  std::uint64_t version = 0;
  std::uint64_t remade = 0;
  friend auto operator<=>(const GenerationName&, const GenerationName&) = default;
};
std::string to_string(GenerationName name);
std::optional<GenerationName> parse_generation_name(std::string_view text);

struct Generation {
  std::filesystem::path directory;
  ListNote note;
  std::string note_digest;  ///< of the file
  std::filesystem::path snapshot() const { return directory / "snapshot"; }
  /// Whether one index holds the whole list.
  bool is_whole() const;
  /// What is searched as one, the oldest first: as Screener::open takes it.
  std::vector<std::filesystem::path> indexes() const;
};

/// The files of one post. Not thread-safe; an update takes the lock first.
class Post {
 public:
  explicit Post(std::filesystem::path directory) : directory_(std::move(directory)) {}

  const std::filesystem::path& directory() const { return directory_; }
  std::filesystem::path lock_file() const { return directory_ / "lock"; }
  std::filesystem::path compaction_lock_file() const { return directory_ / "compaction.lock"; }
  /// Where a compaction works: whoever holds its lock.
  std::filesystem::path compaction_directory() const;
  /// The one that the release was installed to first.
  std::filesystem::path generation_directory(std::uint64_t version) const;
  /// Where nothing of that version stands yet.
  std::filesystem::path free_directory(std::uint64_t version) const;

  /// The bytes of the trusted root; input_missing before the first.
  Result<std::string> root() const;
  Result<std::string> timestamp() const;
  Result<void> keep_root(std::string_view bytes) const;
  Result<void> keep_timestamp(std::string_view bytes) const;

  /// Never fails: what cannot be read is made up for by the generations that are there, so that a
  /// damaged file neither locks a post out nor lets it forget what serves.
  Seen seen() const;
  Result<void> keep_seen(const Seen& seen) const;

  /// What serves; nothing before the first installation. A link into nowhere or a note that cannot
  /// be read is an error.
  Result<std::optional<Generation>> current() const;
  /// The generation of that version, whether it serves or not; the one that was made last.
  Result<Generation> generation(std::uint64_t version) const;
  /// All that are there, the oldest first. What cannot be read is an error.
  Result<std::vector<Generation>> generations() const;

  /// Removes what a crash left behind: generations that were never committed, temporary files.
  /// Leaves what serves, the version before, and what serves made otherwise: somebody may be about
  /// to open it.
  void tidy() const;
  /// Makes this generation, whose directory is complete and synced, the one that serves.
  Result<void> commit(const std::filesystem::path& generation) const;

 private:
  std::filesystem::path directory_;
};

}  // namespace darvaza::releases
