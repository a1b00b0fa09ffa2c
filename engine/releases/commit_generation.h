// The last step of whatever makes a generation: from a directory that is complete to the link that
// screening follows.
#pragma once

#include <filesystem>
#include <utility>

#include "darvaza/error.h"
#include "releases/post.h"

namespace darvaza::releases {

/// A directory that goes with the object, unless it was kept.
class DoomedDirectory {
 public:
  explicit DoomedDirectory(std::filesystem::path path) : path_(std::move(path)) {}
  DoomedDirectory(DoomedDirectory&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  DoomedDirectory& operator=(DoomedDirectory&&) = delete;
  ~DoomedDirectory();
  void keep() { path_.clear(); }

 private:
  std::filesystem::path path_;
};

/// Renames `working`, which is complete and synced, to the generation `directory`, and makes that
/// serve. On failure either what served before serves, and the generation is gone, or it serves
/// already and only that this is for good could not be told.
Result<void> commit_generation(const Post& post, const std::filesystem::path& working,
                               const std::filesystem::path& directory);

}  // namespace darvaza::releases
