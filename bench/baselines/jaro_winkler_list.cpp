#include "baselines/jaro_winkler_list.h"

#include <algorithm>

#include "eval/baselines/jaro_winkler.h"

namespace darvaza::baselines {
namespace {

constexpr std::size_t kMostWords = 8;

/// Everything but blanks and ASCII punctuation: what ICU could not convert is compared as it is.
bool belongs_to_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<signed char>(c) < 0;
}

/// Views of the first kMostWords words of `text`, in `words`, whose memory is reused.
void split(std::string_view text, std::vector<std::string_view>& words) {
  words.clear();
  for (std::size_t at = 0; at < text.size() && words.size() < kMostWords;) {
    std::size_t end = at;
    while (end < text.size() && belongs_to_word(text[end])) ++end;
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
}

bool better(const JaroWinklerList::Found& a, const JaroWinklerList::Found& b) {
  return a.similarity != b.similarity ? a.similarity > b.similarity : a.number < b.number;
}

}  // namespace

double name_similarity(const std::vector<std::string_view>& a,
                       const std::vector<std::string_view>& b) {
  const std::size_t rows = std::min(a.size(), kMostWords), columns = std::min(b.size(), kMostWords);
  if (rows == 0 || columns == 0) return 0;
  double similarity[kMostWords][kMostWords];
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) similarity[i][j] = jaro_winkler(a[i], b[j]);
  }
  double sum = 0;
  unsigned paired_a = 0, paired_b = 0;
  for (std::size_t pairs = std::min(rows, columns); pairs > 0; --pairs) {
    double best = -1;
    std::size_t best_i = 0, best_j = 0;
    for (std::size_t i = 0; i < rows; ++i) {
      if ((paired_a >> i & 1U) != 0) continue;
      for (std::size_t j = 0; j < columns; ++j) {
        if ((paired_b >> j & 1U) != 0 || similarity[i][j] <= best) continue;
        best = similarity[i][j];
        best_i = i;
        best_j = j;
      }
    }
    sum += best;
    paired_a |= 1U << best_i;
    paired_b |= 1U << best_j;
  }
  return 2 * sum / static_cast<double>(rows + columns);
}

void JaroWinklerList::add(std::string_view name) {
  begins_.push_back(letters_.size());
  letters_ += romaniser_.romanise(name);
}

std::string_view JaroWinklerList::name(std::size_t number) const {
  const std::size_t end = number + 1 < begins_.size() ? begins_[number + 1] : letters_.size();
  return std::string_view(letters_).substr(begins_[number], end - begins_[number]);
}

std::vector<JaroWinklerList::Found> JaroWinklerList::most_alike(std::string_view asked,
                                                                std::size_t count) const {
  const std::string latin = romaniser_.romanise(asked);
  std::vector<std::string_view> asked_words, listed_words;
  split(latin, asked_words);
  std::vector<Found> found;  // a heap, the worst on top
  for (std::size_t i = 0; i < size() && count > 0; ++i) {
    split(name(i), listed_words);
    const Found next{i, name_similarity(asked_words, listed_words)};
    if (found.size() == count) {
      if (!better(next, found.front())) continue;
      std::pop_heap(found.begin(), found.end(), better);
      found.pop_back();
    }
    found.push_back(next);
    std::push_heap(found.begin(), found.end(), better);
  }
  std::sort_heap(found.begin(), found.end(), better);
  return found;
}

}  // namespace darvaza::baselines
