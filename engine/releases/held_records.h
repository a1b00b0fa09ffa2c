// Where a record is still held, and how it goes from there: what an oversight body asks.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/error.h"
#include "releases/list_changes.h"
#include "releases/notes.h"
#include "releases/post.h"

namespace darvaza::releases {

/// One place that holds the record.
struct HeldRecord {
  std::filesystem::path file;
  std::string list;
  std::string owner;          ///< of the list, as its note says
  std::uint64_t version = 0;  ///< of the release
  UtcSeconds issued = 0;
  bool serves = false;  ///< travellers are screened against it
  /// The record as a canonical line; of a delta the line that it removes or adds, with its mark. Empty for an index, which
  /// is known to be made of the snapshot beside it.
  std::string line;
};

/// A release of a mirror that added, changed or removed the record.
struct RecordHistory {
  std::uint64_t version = 0;
  UtcSeconds issued = 0;
  RecordChange change;
};

/// `id`: the identifier of a person, or the number of a lost document, as listed. All generations of the post are looked at.
Result<std::vector<HeldRecord>> find_in_post(const Post& post, std::string_view id);

/// Snapshots and deltas of every release whose note is in the directory.
Result<std::vector<HeldRecord>> find_in_mirror(const std::filesystem::path& directory, std::string_view id);

/// What became of the record from release to release, as far as snapshots are there; the first that holds it counts as added.
Result<std::vector<RecordHistory>> history_in_mirror(const std::filesystem::path& directory, std::string_view id);

/// Removes the generations of a post that do not serve, when what serves has done so for `age`
/// seconds. Where what serves stands behind a base that was issued so long ago, makes a whole index
/// first (compact_post). Takes the post's lock; returns the files and directories that went.
Result<std::vector<std::filesystem::path>> forget_in_post(const Post& post, UtcSeconds now, UtcSeconds age);

/// Removes from a publisher's directory what holds records that were superseded at least `age` seconds ago: snapshots of
/// releases whose successor is that old, and the deltas from them. The newest snapshot, all notes and roots stay: posts that are far behind fetch the snapshot.
Result<std::vector<std::filesystem::path>> forget_in_mirror(const std::filesystem::path& directory, UtcSeconds now, UtcSeconds age);

}  // namespace darvaza::releases
