// The indexes that gave answers, kept for `darvaza audit replay` after posts and builds have gone
// on.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "api/lists_in_use.h"
#include "upkeep/facts.h"

namespace darvaza::daemon {

/// A directory with each index as DIGEST.dvz and an empty DIGEST.served, whose time says when it
/// last served: the file itself may be the post's, under one more name, and keeps its own. Belongs
/// to one thread.
class IndexArchive {
 public:
  /// `days`: for how long one that serves no more is kept; 0: for ever.
  IndexArchive(std::filesystem::path directory, std::uint64_t days);

  /// Keeps what serves now, by hard links where the file system and its rights allow that, else by
  /// copies; removes what is over. Returns what went wrong; empty: nothing. Costs a few system
  /// calls where all is there already.
  std::string keep(const ListsInUse::Version& serving);

  Facts facts() const;

 private:
  std::string keep_one(const std::filesystem::path& file, const std::string& digest) const;
  void remove_old(const std::vector<std::string>& serving);

  const std::filesystem::path directory_;
  const std::uint64_t days_;
  std::uint64_t kept_ = 0;
  bool fails_ = false;
};

}  // namespace darvaza::daemon
