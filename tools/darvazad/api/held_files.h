// The index files of lists, as they were when they were taken into use, whatever takes their names
// afterwards.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include <sys/types.h>

#include "darvaza/error.h"

namespace darvaza::daemon {

/// Holds files open, so that they can be read again when their names lead elsewhere or are gone.
/// Immutable; thread-safe.
class HeldFiles {
 public:
  /// What `paths` lead to now: index files, or directories as Screener::open takes them. Reads
  /// nothing yet. Errors: those of screening::files_of, input_missing and io.
  static Result<std::shared_ptr<const HeldFiles>> open(
      std::span<const std::filesystem::path> paths);
  ~HeldFiles();
  HeldFiles(const HeldFiles&) = delete;
  HeldFiles& operator=(const HeldFiles&) = delete;

  /// For Screener::open in this process: these very files.
  std::span<const std::filesystem::path> paths() const { return paths_; }
  /// The error with the files' names in place of such paths.
  Error with_names(Error error) const;
  /// Whether they are the same files.
  bool same(const HeldFiles& other) const { return identities_ == other.identities_; }

 private:
  HeldFiles() = default;

  std::vector<int> descriptors_;
  std::vector<std::filesystem::path> paths_, names_;
  std::vector<std::pair<dev_t, ino_t>> identities_;  ///< nobody else's as long as the file is open
};

}  // namespace darvaza::daemon
