// The newest release of a list, from a mirror to the link that screening follows.
//
//   Post post("/var/lib/darvaza/un-sc");
//   auto mirror = open_mirror("https://lists.example/un-sc");
//   auto done = update_post(post, **mirror, {.now = utc_now(), .root_file = "un-sc.root"});
//
// Whatever fails, what served before goes on serving: nothing of it is touched, and one rename is
// the commit.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "darvaza/error.h"
#include "releases/list_changes.h"
#include "releases/mirror.h"
#include "releases/phases.h"
#include "releases/post.h"
#include "releases/verify_release.h"

namespace darvaza::releases {

struct UpdateOptions {
  UtcSeconds now = 0;
  /// The root note that a new post trusts, brought by a safe way. Not looked at once the post has a
  /// root.
  std::filesystem::path root_file;
  /// Whether to make an index of the whole list where one of what changed would do.
  bool whole_index = false;
  /// A list of fewer records gets a whole index, which takes half a second of processor.
  std::uint64_t small_list = 20'000;
  /// How long to wait for another process that is at work on the post.
  std::chrono::milliseconds patience{0};
};

struct UpdateReport {
  std::string list;
  bool installed = false;     ///< false: the newest release served already
  bool mended = false;        ///< it served already, its files were damaged, and were made anew
  std::uint64_t before = 0;   ///< version that served before; 0: none
  std::uint64_t version = 0;  ///< version that serves now
  NoteHead root;              ///< of the newest root
  std::uint64_t fetched_bytes = 0;
  bool by_deltas = false;
  /// Of a release that was installed: the one that its index of changes stands behind; 0: the index
  /// is whole.
  std::uint64_t base = 0;
  /// Why a snapshot was fetched, or a whole index made, where deltas or changes should have done;
  /// empty otherwise.
  std::string remark;
  ListChanges changes;  ///< from `before`, records left out; everything added when there was none
  std::vector<Phase> phases;
};

/// Brings `post` to the newest release that `mirror` holds; where that serves already and its files are damaged, it is made
/// anew. Takes the post's lock. Errors: the
/// refusals of rules.h, io, input_missing when the mirror lacks a file, usage when a new post is
/// told no root.
Result<UpdateReport> update_post(const Post& post, Mirror& mirror, const UpdateOptions& options);

/// The same checks without a post to install to, as a new post would make them: the release that
/// `mirror` holds, its index built in `work` (which must exist) and probed.
Result<UpdateReport> verify_mirror(Mirror& mirror, const UpdateOptions& options,
                                   const std::filesystem::path& work);

}  // namespace darvaza::releases
