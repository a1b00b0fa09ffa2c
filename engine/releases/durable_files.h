// Files that survive a crash, and files that are read only up to a bound.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <sys/types.h>

#include "darvaza/error.h"

namespace darvaza::releases {

namespace fs = std::filesystem;

/// The whole file. More than `max_bytes` is refused (rule too-long) and never read; what is no
/// regular file is refused. ErrorCode::input_missing when there is none.
Result<std::string> read_bounded(const fs::path& file, std::uint64_t max_bytes);

/// Writes and syncs a file that must not exist yet; on failure it is removed.
Result<void> write_new(const fs::path& file, std::string_view bytes, mode_t mode = 0644);

/// Writes a file that must not exist yet, of pieces one after another, and leaves the syncing to
/// sync_file; on failure it is removed.
Result<void> write_unsynced(const fs::path& file, std::span<const std::string_view> pieces);
Result<void> sync_file(const fs::path& file);

/// Writes beside `file`, syncs, renames and syncs the directory: after a crash at any instant
/// `file` is the old one or the new one.
Result<void> replace_file(const fs::path& file, std::string_view bytes, mode_t mode = 0644);

/// Makes `link` point to `target` by one rename, and syncs the directory.
Result<void> replace_link(const fs::path& link, const fs::path& target);

/// Renames and syncs the directory that holds both.
Result<void> rename_durably(const fs::path& from, const fs::path& to);

/// Gives a file a second name, which must not exist yet: its bytes stay until both are gone.
Result<void> link_file(const fs::path& file, const fs::path& name);

/// Takes a directory away at once: a reader finds all of its files or none, whatever instant it
/// comes.
Result<void> remove_directory(const fs::path& directory);

Result<void> sync_directory(const fs::path& directory);

Result<void> make_directories(const fs::path& directory);

/// The bytes of a regular file that is replaced, never written in place: a snapshot of a hundred
/// megabytes without a copy of it. Movable; the view stays valid through a move.
class MappedFile {
 public:
  /// Reads the file once from end to end, through a small buffer: what cannot be read is an error
  /// here and not a signal later. Copying it instead would cost pages to be cleared, which takes
  /// longer on a virtual machine than everything that is done with them. Errors: those of
  /// read_bounded.
  static Result<MappedFile> open(const fs::path& file, std::uint64_t max_bytes);
  /// One that this process has just written.
  static Result<MappedFile> written(const fs::path& file);
  MappedFile() = default;  ///< of nothing
  MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  std::string_view bytes() const { return bytes_; }

 private:
  explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}
  static Result<MappedFile> map(const fs::path& file, std::uint64_t max_bytes, bool read_first);

  std::string_view bytes_;
};

/// Holds a lock file for one process at a time; let go of when the object goes or the process dies.
class FileLock {
 public:
  /// ErrorCode::io when another process still holds it after so long.
  static Result<FileLock> take(const fs::path& file, std::chrono::milliseconds patience = {});
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&&) = delete;
  ~FileLock();

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace darvaza::releases
