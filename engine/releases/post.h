// What a post keeps: the trusted root, what it has seen, and the last two generations of the list.
//
//   POST/current              → generations/7, replaced by one rename: that is the commit
//   POST/generations/7/       note, snapshot, index.dvz: written whole and synced before; never
//   changed afterwards POST/root                 the newest root note that was verified here
//   POST/timestamp            the newest timestamp that was verified here
//   POST/seen                 highest version, its note's digest, latest issue time
//   POST/lock                 held while an update runs
//
// Screening opens POST/current/index.dvz and follows the link when it changes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

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

struct Generation {
  std::filesystem::path directory;
  ListNote note;
  std::string note_digest;  ///< of the file
  std::filesystem::path index() const { return directory / "index.dvz"; }
  std::filesystem::path snapshot() const { return directory / "snapshot"; }
};

/// The files of one post. Not thread-safe; an update takes the lock first.
class Post {
 public:
  explicit Post(std::filesystem::path directory) : directory_(std::move(directory)) {}

  const std::filesystem::path& directory() const { return directory_; }
  std::filesystem::path lock_file() const { return directory_ / "lock"; }
  std::filesystem::path generation_directory(std::uint64_t version) const;

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
  /// The generation of that version, whether it serves or not.
  Result<Generation> generation(std::uint64_t version) const;

  /// Removes what a crash left behind: generations that were never committed, temporary files.
  /// Leaves what serves and the one before.
  void tidy() const;
  /// Makes this generation, whose directory is complete and synced, the one that serves.
  Result<void> commit(std::uint64_t version) const;

 private:
  std::filesystem::path directory_;
};

}  // namespace darvaza::releases
