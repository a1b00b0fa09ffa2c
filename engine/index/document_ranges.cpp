#include "index/document_ranges.h"

#include <algorithm>
#include <tuple>

#include "documents/document_number.h"

namespace darvaza::index {
namespace {

constexpr std::size_t kCharacters = 12;
constexpr std::uint64_t kRadix = 37;  // 0: no more characters

/// Fills in how far each half reaches, and returns it for the whole.
std::uint64_t fill_reaches(std::span<RangeRecord> ranges) {
  if (ranges.empty()) return 0;
  const std::size_t middle = ranges.size() / 2;
  const std::uint64_t halves =
      std::max(fill_reaches(ranges.first(middle)), fill_reaches(ranges.subspan(middle + 1)));
  return ranges[middle].reaches = std::max(ranges[middle].last, halves);
}

}  // namespace

std::uint64_t range_key(std::string_view normalised) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < kCharacters; ++i) {
    key *= kRadix;
    if (i >= normalised.size()) continue;
    const char given = normalised[i];
    const char c = given <= '9' ? given : documents::digit_look_alike(given);
    key += static_cast<std::uint64_t>(c <= '9' ? c - '0' + 1 : c - 'A' + 11);
  }
  return key;
}

void arrange_ranges(std::vector<RangeRecord>& ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const RangeRecord& a, const RangeRecord& b) {
    return std::tie(a.first, a.last, a.document) < std::tie(b.first, b.last, b.document);
  });
  fill_reaches(ranges);
  std::uint64_t reached = 0;
  for (RangeRecord& range : ranges) range.reached = reached = std::max(reached, range.last);
}

std::span<const RangeRecord> ranges_up_to(std::span<const RangeRecord> ranges, std::uint64_t key) {
  if (ranges.empty() || ranges.front().first > key) return {};
  const RangeRecord* last = ranges.data();  // begins at the key or before
  for (std::size_t left = ranges.size(); left > 1;) {
    const std::size_t half = left / 2;
    last += last[half].first <= key ? half : 0;
    left -= half;
  }
  if (last->reached < key) return {};
  return ranges.first(static_cast<std::size_t>(last - ranges.data()) + 1);
}

}  // namespace darvaza::index
