#include "index/number_table.h"

#include <xxhash.h>

namespace darvaza::index {

std::uint32_t hash_of(std::span<const std::byte> bytes) {
  return static_cast<std::uint32_t>(XXH3_64bits(bytes.data(), bytes.size()));
}

}  // namespace darvaza::index
