#include "releases/commit_generation.h"

#include <system_error>

#include "releases/durable_files.h"

namespace darvaza::releases {

DoomedDirectory::~DoomedDirectory() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

Result<void> commit_generation(const Post& post, const fs::path& working,
                               const fs::path& directory) {
  if (auto done = rename_durably(working, directory); !done) {
    std::error_code ignored;
    fs::remove_all(directory, ignored);  // renamed, and its directory not synced
    return done;
  }
  DoomedDirectory uncommitted(directory);
  auto done = post.commit(directory);
  if (!done) {
    // The link was renamed but its directory not synced: it may be either, so that both must stay.
    const auto serving = post.current();
    if (serving && *serving && (*serving)->directory.filename() == directory.filename())
      uncommitted.keep();
    return done;
  }
  uncommitted.keep();
  return done;
}

}  // namespace darvaza::releases
