// One index of base and changes, made while both serve.
#pragma once

#include <cstdint>
#include <functional>

#include "darvaza/error.h"
#include "releases/post.h"

namespace darvaza::releases {

/// How many records an index of changes may hold before compaction is due. Each update makes the
/// index of all that changed since the base, and each opening of a set makes it anew in memory:
/// with so many either takes half a second of processor.
inline constexpr std::uint64_t kMostChanged = 20'000;

/// Whether what serves holds more changes than that, or does not say how many. Errors: those of
/// Post::current, input_missing when nothing was installed.
Result<bool> compaction_due(const Post& post, std::uint64_t most_changed = kMostChanged);

struct CompactionReport {
  bool done = false;          ///< false: one index held the whole list already
  std::uint64_t version = 0;  ///< of which a whole index was made
  std::uint64_t serving = 0;  ///< a newer one that was installed meanwhile, whose changes now stand
                              ///< behind it; or the same
  std::uint64_t changed = 0;  ///< records of those changes
};

/// Makes an index of the whole list of the snapshot that serves, on a thread of the lowest
/// priority, and lets it serve: the bytes that an update with `whole_index` would have made. The
/// post's lock is held at the beginning and at the end only; an update may come between. Whatever
/// happens, killing it too, either set serves. Errors: io when another compaction is at work, and
/// those of an update from the snapshot on; input_refused when what serves went back meanwhile.
/// `when_made` is called when the index is made and nothing is held yet.
Result<CompactionReport> compact_post(const Post& post,
                                      const std::function<void()>& when_made = {});

}  // namespace darvaza::releases
