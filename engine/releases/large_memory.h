// Memory for whole snapshots.
#pragma once

#include <cstddef>
#include <cstdint>

#include <sys/mman.h>

namespace darvaza::releases {

/// Asks for large pages for memory that was reserved and not touched yet. Touching a hundred megabytes
/// in pages of 4 KiB may take half a second on a virtual machine, reading them takes a twentieth. Small
/// pieces stay as they are, and so does everything where the system has no large pages.
inline void in_large_pages(const void* memory, std::size_t bytes) {
  constexpr std::uintptr_t kPage = 4096, kLarge = std::uintptr_t{2} << 20;
  const auto begin = (reinterpret_cast<std::uintptr_t>(memory) + kPage - 1) / kPage * kPage;
  const auto end = (reinterpret_cast<std::uintptr_t>(memory) + bytes) / kPage * kPage;
  if (end < begin + 2 * kLarge) return;
  (void)::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
}

}  // namespace darvaza::releases
