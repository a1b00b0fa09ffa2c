// How much one index can hold: references have 32 bits, and some of those say other things.
#pragma once

#include <cstdint>
#include <string>

namespace darvaza::index {

/// Counts of records and bytes that an index is to hold.
struct Volume {
  std::uint64_t names = 0, name_tokens = 0, tokens = 0;
  std::uint64_t largest_table = 0;  ///< bytes or records of the largest table that search needs
  std::uint64_t documents = 0;  ///< lost documents and documents of persons together
  std::uint64_t facts = 0;      ///< the largest count of any other records
  std::uint64_t text_bytes = 0; ///< of the largest section of text
};

/// Says in words what an index cannot hold; empty when it can hold all. Counts that grow with those here
/// (entries, since each has a name) need no limit of their own.
std::string beyond_limits(const Volume& volume);

}  // namespace darvaza::index
