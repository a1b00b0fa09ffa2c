#include "eval/baselines/edit_distance.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace darvaza::baselines {
namespace {

constexpr std::size_t kWordBits = 64;

/// In which positions of a short text a letter stands: one bit each.
class LetterPositions {
 public:
  explicit LetterPositions(std::u32string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const std::uint64_t bit = std::uint64_t{1} << i;
      if (text[i] < ascii_.size()) {
        ascii_[text[i]] |= bit;
      } else {
        others_[text[i]] |= bit;
      }
    }
  }
  std::uint64_t of(char32_t letter) const {
    if (letter < ascii_.size()) return ascii_[letter];
    const auto found = others_.find(letter);
    return found == others_.end() ? 0 : found->second;
  }

 private:
  std::array<std::uint64_t, 128> ascii_{};
  std::unordered_map<char32_t, std::uint64_t> others_;
};

/// A column of the matrix of distances as two words of bits: where it rises and where it falls by
/// one.
std::size_t bit_parallel(std::u32string_view pattern, std::u32string_view text) {
  const LetterPositions positions(pattern);
  const std::uint64_t last = std::uint64_t{1} << (pattern.size() - 1);
  std::uint64_t rises = ~std::uint64_t{0}, falls = 0;
  std::size_t distance = pattern.size();
  for (const char32_t letter : text) {
    const std::uint64_t same = positions.of(letter);
    const std::uint64_t diagonal = (((same & rises) + rises) ^ rises) | same | falls;
    std::uint64_t rises_along = falls | ~(diagonal | rises);
    const std::uint64_t falls_along = rises & diagonal;
    distance += (rises_along & last) != 0;
    distance -= (falls_along & last) != 0;
    rises_along = rises_along << 1 | 1;
    rises = falls_along << 1 | ~(diagonal | rises_along);
    falls = rises_along & diagonal;
  }
  return distance;
}

std::size_t textbook(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t exchanged = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, exchanged});
    }
  }
  return row.back();
}

/// In which row of the matrix a letter of `a` was seen last; 0: not yet.
class LastRows {
 public:
  std::size_t& of(char32_t letter) {
    return letter < ascii_.size() ? ascii_[letter] : others_[letter];
  }

 private:
  std::array<std::size_t, 128> ascii_{};
  std::unordered_map<char32_t, std::size_t> others_;
};

}  // namespace

std::size_t levenshtein(std::u32string_view a, std::u32string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.empty()) return b.size();
  return a.size() <= kWordBits ? bit_parallel(a, b) : textbook(a, b);
}

std::size_t damerau_levenshtein(std::u32string_view a, std::u32string_view b) {
  // One row and one column more than usual stand before the first ones, with a distance that
  // nothing reaches.
  const std::size_t columns = b.size() + 2, unreachable = a.size() + b.size();
  std::vector<std::size_t> matrix((a.size() + 2) * columns);
  const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& {
    return matrix[i * columns + j];
  };
  at(0, 0) = unreachable;
  for (std::size_t i = 0; i <= a.size(); ++i) {
    at(i + 1, 0) = unreachable;
    at(i + 1, 1) = i;
  }
  for (std::size_t j = 0; j <= b.size(); ++j) {
    at(0, j + 1) = unreachable;
    at(1, j + 1) = j;
  }
  LastRows last_rows;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t last_column = 0;  // where a[i - 1] stood in b last
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t row = last_rows.of(b[j - 1]), column = last_column;
      const bool same = a[i - 1] == b[j - 1];
      if (same) last_column = j;
      const std::size_t transposed = at(row, column) + (i - row - 1) + 1 + (j - column - 1);
      at(i + 1, j + 1) =
          std::min({at(i, j) + !same, at(i + 1, j) + 1, at(i, j + 1) + 1, transposed});
    }
    last_rows.of(a[i - 1]) = i;
  }
  return at(a.size() + 1, b.size() + 1);
}

double as_similarity(std::size_t distance, std::u32string_view a, std::u32string_view b) {
  const std::size_t longer = std::max(a.size(), b.size());
  return longer == 0 ? 1 : 1 - static_cast<double>(distance) / static_cast<double>(longer);
}

}  // namespace darvaza::baselines
