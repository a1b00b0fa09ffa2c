#include "index/name_marks.h"

#include <algorithm>
#include <cstddef>

namespace darvaza::index {

std::vector<NameMark> name_marks(std::span<const EntryRecord> entries) {
  const std::uint32_t names = entries.back().first_name;
  std::vector<NameMark> marks((std::size_t{names} + NameMark::kNames - 1) / NameMark::kNames);
  std::uint32_t entry = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    marks[i].entries_before = entry;
    const std::size_t first = i * NameMark::kNames;
    // The one more at the end begins behind all names, and ends this loop.
    for (; entries[entry].first_name < std::min<std::size_t>(first + NameMark::kNames, names); ++entry) {
      marks[i].firsts |= 1u << (entries[entry].first_name - first);
    }
  }
  return marks;
}

}  // namespace darvaza::index
