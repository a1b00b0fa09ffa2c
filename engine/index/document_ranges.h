// Runs of blanks as intervals of integers: which of them hold a number?
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "index/file_format.h"

namespace darvaza::index {

/// The first twelve characters of a normalised number as one integer that grows as the text does,
/// letters read as the digits that they look like. Digits stay what they are, so that keys of a run
/// grow with its serials, whatever is misread in the prefix. Equal keys, or a key between two, say
/// nothing surely: the numbers decide.
std::uint64_t range_key(std::string_view normalised);

/// Sorts and fills in how far they reach, so that ranges_around finds its way.
void arrange_ranges(std::vector<RangeRecord>& ranges);

/// The ranges that begin at `key` or before, if any of them reaches it; otherwise none. Most
/// numbers are in no run and near none, and this says so without a branch to guess.
std::span<const RangeRecord> ranges_up_to(std::span<const RangeRecord> ranges, std::uint64_t key);

/// Each half of any stretch of arranged ranges is a tree under its middle, which knows how far they
/// reach.
template <typename Use>
void ranges_in_tree(std::span<const RangeRecord> ranges, std::uint64_t key, const Use& use) {
  while (!ranges.empty()) {
    const std::size_t middle = ranges.size() / 2;
    const RangeRecord& range = ranges[middle];
    if (range.reaches < key) return;
    if (range.first > key) {
      ranges = ranges.first(middle);
      continue;
    }
    ranges_in_tree(ranges.first(middle), key, use);
    if (range.last >= key) use(range.document);
    ranges = ranges.subspan(middle + 1);
  }
}

/// Calls `use(document)` for each arranged range between whose keys `key` lies. Some twenty steps
/// in a million ranges and as many again for each one found, however they overlap.
template <typename Use>
void ranges_around(std::span<const RangeRecord> ranges, std::uint64_t key, const Use& use) {
  if (!ranges_up_to(ranges, key).empty()) ranges_in_tree(ranges, key, use);
}

}  // namespace darvaza::index
