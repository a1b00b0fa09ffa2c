// Numbers for things that are met again and again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace darvaza::index {

std::uint32_t hash_of(std::span<const std::byte> bytes);

/// Finds the number of a thing by its hash. The things themselves are kept, in the order of their numbers, by
/// whoever uses the table. Eight bytes a slot and one cache line a look-up: std::unordered_map took a
/// fifth of a build, waiting for memory.
class NumberTable {
 public:
  /// The number for which `is_it(number)`, among those that were added under this hash; when there is
  /// none, adds `next` and returns it.
  std::uint32_t find_or_add(std::uint32_t hash, std::uint32_t next, auto is_it) {
    if (2 * (used_ + 1) > slots_.size()) grow();
    std::size_t at = first_place(hash);
    for (; slots_[at].number != kFree; at = after(at)) {
      if (slots_[at].hash == hash && is_it(slots_[at].number)) return slots_[at].number;
    }
    slots_[at] = {hash, next};
    ++used_;
    return next;
  }

 private:
  static constexpr std::uint32_t kFree = 0xffff'ffff;
  struct Slot {
    std::uint32_t hash = 0, number = kFree;
  };

  std::size_t first_place(std::uint32_t hash) const { return hash & (slots_.size() - 1); }
  std::size_t after(std::size_t at) const { return (at + 1) & (slots_.size() - 1); }
  void grow() {
    const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.empty() ? 1024 : 2 * slots_.size()));
    for (const Slot& slot : old) {
      if (slot.number == kFree) continue;
      std::size_t at = first_place(slot.hash);
      while (slots_[at].number != kFree) at = after(at);
      slots_[at] = slot;
    }
  }

  std::vector<Slot> slots_;  ///< a power of two of them, at most half of them used
  std::size_t used_ = 0;
};

}  // namespace darvaza::index
