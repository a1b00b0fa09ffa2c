// The newest release of a list, from a mirror to the link that screening follows.
//
//   Post post("/var/lib/darvaza/un-sc");
//   auto mirror = open_mirror("https://lists.example/un-sc");
//   auto done = update_post(post, **mirror, {.now = utc_now(), .root_file = "un-sc.root"});
//
// Whatever fails, what served before goes on serving: nothing of it is touched, and one rename is
// the commit.
#pragma once

#include <filesystem>
#include <string>

#include "darvaza/error.h"
#include "releases/list_changes.h"
#include "releases/mirror.h"
#include "releases/post.h"
#include "releases/verify_release.h"

namespace darvaza::releases {

struct UpdateOptions {
  UtcSeconds now = 0;
  /// The root note that a new post trusts, brought by a safe way. Not looked at once the post has a
  /// root.
  std::filesystem::path root_file;
};

struct UpdateReport {
  std::string list;
  bool installed = false;     ///< false: the newest release served already
  std::uint64_t before = 0;   ///< version that served before; 0: none
  std::uint64_t version = 0;  ///< version that serves now
  std::uint64_t root = 0;
  std::uint64_t fetched_bytes = 0;
  bool by_deltas = false;
  std::string
      remark;  ///< why a snapshot was fetched where deltas should have done; empty otherwise
  ListChanges changes;  ///< from `before`, records left out; everything added when there was none
};

/// Brings `post` to the newest release that `mirror` holds. Takes the post's lock. Errors: the
/// refusals of rules.h, io, input_missing when the mirror lacks a file, usage when a new post is
/// told no root.
Result<UpdateReport> update_post(const Post& post, Mirror& mirror, const UpdateOptions& options);

/// The same checks without a post to install to, as a new post would make them: the release that
/// `mirror` holds, its index built in `work` (which must exist) and probed.
Result<UpdateReport> verify_mirror(Mirror& mirror, const UpdateOptions& options,
                                   const std::filesystem::path& work);

}  // namespace darvaza::releases
