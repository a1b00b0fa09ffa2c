#include "fuzz/memory_file.h"

#include <string>
#include <utility>

#include <sys/mman.h>
#include <unistd.h>

#include "fuzz/fuzz_target.h"

namespace darvaza::fuzz {

MemoryFile::MemoryFile(std::string_view content)
    : descriptor_(::memfd_create("darvaza-fuzz", MFD_CLOEXEC)) {
  require(descriptor_ >= 0, "the system gives a file in memory");
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor_, content.data(), content.size());
    require(written > 0, "a file in memory can be written");
    content.remove_prefix(static_cast<std::size_t>(written));
  }
}

MemoryFile::~MemoryFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

MemoryFile::MemoryFile(MemoryFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

std::filesystem::path MemoryFile::path() const {
  return "/proc/self/fd/" + std::to_string(descriptor_);
}

}  // namespace darvaza::fuzz
