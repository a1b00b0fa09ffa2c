#include "eval/baselines/jaro_winkler.h"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace darvaza::baselines {
namespace {

/// Bit i: letter i of the word has a partner in the other one.
struct Partners {
  std::uint64_t a = 0, b = 0;
};

template <typename Text>
Partners find_partners(Text a, Text b) {
  const std::size_t longer = std::max(a.size(), b.size());
  const std::size_t reach = longer / 2 > 0 ? longer / 2 - 1 : 0;
  Partners partners;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::size_t end = std::min(i + reach + 1, b.size());
    for (std::size_t j = i > reach ? i - reach : 0; j < end; ++j) {
      const std::uint64_t bit = std::uint64_t{1} << j;
      if (a[i] != b[j] || (partners.b & bit) != 0) continue;
      partners.a |= std::uint64_t{1} << i;
      partners.b |= bit;
      break;
    }
  }
  return partners;
}

/// How many partners stand elsewhere in the order of the other word's: two make a transposition.
template <typename Text>
int out_of_order(Text a, Text b, Partners left) {
  int count = 0;
  for (; left.a != 0; left.a &= left.a - 1, left.b &= left.b - 1) {
    if (a[static_cast<std::size_t>(std::countr_zero(left.a))] !=
        b[static_cast<std::size_t>(std::countr_zero(left.b))]) {
      ++count;
    }
  }
  return count;
}

template <typename Text>
double jaro_of(Text a, Text b) {
  a = a.substr(0, kLongestWord);
  b = b.substr(0, kLongestWord);
  const Partners partners = find_partners(a, b);
  const double count = std::popcount(partners.a);
  if (count == 0) return 0;
  // Whole ones: an odd letter counts for nothing.
  const int transpositions = out_of_order(a, b, partners) / 2;
  return (count / static_cast<double>(a.size()) + count / static_cast<double>(b.size()) +
          (count - transpositions) / count) /
         3;
}

template <typename Text>
double jaro_winkler_of(Text a, Text b) {
  constexpr double kBoostedFrom = 0.7, kPerLetter = 0.1;
  constexpr std::size_t kPrefix = 4;
  const double similarity = jaro_of(a, b);
  if (similarity < kBoostedFrom) return similarity;
  const std::size_t most = std::min({a.size(), b.size(), kPrefix});
  std::size_t agree = 0;
  while (agree < most && a[agree] == b[agree]) ++agree;
  return similarity + static_cast<double>(agree) * kPerLetter * (1 - similarity);
}

}  // namespace

double jaro(std::string_view a, std::string_view b) { return jaro_of(a, b); }
double jaro(std::u32string_view a, std::u32string_view b) { return jaro_of(a, b); }
double jaro_winkler(std::string_view a, std::string_view b) { return jaro_winkler_of(a, b); }
double jaro_winkler(std::u32string_view a, std::u32string_view b) { return jaro_winkler_of(a, b); }

}  // namespace darvaza::baselines
