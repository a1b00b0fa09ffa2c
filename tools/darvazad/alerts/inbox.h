// What was answered and not yet looked at for alerts: a ring of bytes in a file that is mapped into
// memory, so that writing costs a copy, and a process that is killed leaves it to the next.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "darvaza/error.h"

namespace darvaza::daemon {

/// Thread-safe: many put, one takes. The file is readable by its owner alone, holds travellers only
/// until they were looked at, and is overwritten with zeros then. It survives the death of the
/// process, not a loss of power.
class Inbox {
 public:
  /// A new one in `directory` for this process; all of its space is taken at once, so that a disk
  /// that fills up later is no matter. Error: io.
  static Result<std::unique_ptr<Inbox>> create(const std::filesystem::path& directory,
                                               std::uint64_t bytes);
  /// One whose process is gone; null when there is none.
  static std::unique_ptr<Inbox> abandoned(const std::filesystem::path& directory);

  Inbox(const Inbox&) = delete;
  Inbox& operator=(const Inbox&) = delete;
  /// The file stays.
  ~Inbox();

  /// False when there is no room. Takes as long as copying `item`.
  bool put(std::string_view item);
  /// Where the oldest is.
  std::uint64_t begin() const;
  /// The item at `position`, which moves behind it; nothing when there is none. `damaged` says that
  /// the rest cannot be read and was dropped.
  std::optional<std::string> read(std::uint64_t& position, bool& damaged);
  /// Overwrites what stands before `position`.
  void drop(std::uint64_t position);

  std::uint64_t waiting_bytes() const;
  /// Removes the file: nothing may be left in it.
  void remove();

 private:
  struct Head;
  Inbox(std::filesystem::path file, int descriptor, void* memory, std::uint64_t capacity);
  static std::unique_ptr<Inbox> map(std::filesystem::path file, int descriptor);
  void copy_in(std::uint64_t at, std::string_view bytes);
  std::string copy_out(std::uint64_t at, std::uint64_t size) const;
  void overwrite(std::uint64_t begin, std::uint64_t end);
  Head& head() const;
  char* ring() const;

  std::filesystem::path file_;
  int descriptor_;
  void* memory_;
  std::uint64_t capacity_;
  mutable std::mutex mutex_;
};

}  // namespace darvaza::daemon
