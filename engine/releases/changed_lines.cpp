#include "releases/changed_lines.h"

#include <algorithm>
#include <cstring>

namespace darvaza::releases {
namespace {

/// How many bytes both begin with.
std::size_t common_bytes(std::string_view a, std::string_view b) {
  constexpr std::size_t kBlock = 4096;
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t at = 0;
  while (most - at >= kBlock && std::memcmp(a.data() + at, b.data() + at, kBlock) == 0)
    at += kBlock;
  const auto end = a.begin() + static_cast<std::ptrdiff_t>(most);
  return static_cast<std::size_t>(std::mismatch(a.begin() + static_cast<std::ptrdiff_t>(at), end,
                                                b.begin() + static_cast<std::ptrdiff_t>(at))
                                      .first -
                                  a.begin());
}

/// Where the line that holds the byte begins.
std::size_t begin_of_line(std::string_view text, std::size_t at) {
  return at == 0 ? 0 : text.rfind('\n', at - 1) + 1;  // npos + 1 is 0
}

std::string_view take_line(std::string_view& text) {
  const std::string_view line = line_at(text, 0);
  text.remove_prefix(std::min(text.size(), line.size() + 1));
  return line;
}

}  // namespace

std::string_view line_at(std::string_view text, std::size_t begin) {
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  return text.substr(begin, end - begin);
}

std::size_t find_line(std::string_view text, std::size_t from, std::string_view line) {
  std::size_t low = from;
  std::size_t high = text.size();
  while (low < high) {
    const std::size_t begin = begin_of_line(text, low + (high - low) / 2);
    const std::string_view middle = line_at(text, begin);
    if (middle < line) {
      low = std::min(text.size(), begin + middle.size() + 1);
    } else {
      high = begin;
    }
  }
  return low;
}

ChangedLines changed_lines(std::string_view before, std::string_view after) {
  ChangedLines changed;
  while (!before.empty() || !after.empty()) {
    const std::size_t line = begin_of_line(before, common_bytes(before, after));
    before.remove_prefix(line);
    after.remove_prefix(line);
    if (before.empty() && after.empty()) break;
    if (after.empty() || (!before.empty() && line_at(before, 0) < line_at(after, 0))) {
      changed.removed.push_back(take_line(before));
    } else if (before.empty() || line_at(after, 0) < line_at(before, 0)) {
      changed.added.push_back(take_line(after));
    } else {  // the same line, and nothing but its end is missing on one side
      take_line(before);
      take_line(after);
    }
  }
  return changed;
}

}  // namespace darvaza::releases
