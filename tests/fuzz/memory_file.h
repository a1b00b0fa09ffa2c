// A file that lives in memory only, for readers that want a path.
#pragma once

#include <filesystem>
#include <string_view>

namespace darvaza::fuzz {

/// An anonymous file (memfd_create) with these bytes; gone at the end of the scope. Aborts when the
/// system has none to give, because then nothing would be tested.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view content);
  ~MemoryFile();
  MemoryFile(MemoryFile&& other) noexcept;
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  MemoryFile& operator=(MemoryFile&&) = delete;

  /// "/proc/self/fd/7"
  std::filesystem::path path() const;

 private:
  int descriptor_;
};

}  // namespace darvaza::fuzz
