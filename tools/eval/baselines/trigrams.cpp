#include "eval/baselines/trigrams.h"

#include <algorithm>

namespace darvaza::baselines {

std::vector<Trigram> trigrams(std::u32string_view text) {
  constexpr std::uint64_t kBlank = U' ';
  constexpr unsigned kBits = 21;
  constexpr Trigram kAll = (Trigram{1} << 3 * kBits) - 1;
  std::vector<Trigram> found;
  found.reserve(text.size() + 2);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(U' ', at), text.size());
    if (end > at) {
      Trigram window = kBlank << kBits | kBlank;
      for (; at < end; ++at) found.push_back(window = (window << kBits | text[at]) & kAll);
      found.push_back((window << kBits | kBlank) & kAll);
    }
    at = end + 1;
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

double trigram_similarity(const std::vector<Trigram>& a, const std::vector<Trigram>& b) {
  std::size_t shared = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    shared += *i == *j;
    const bool step_i = *i <= *j, step_j = *j <= *i;
    i += step_i;
    j += step_j;
  }
  const std::size_t all = a.size() + b.size() - shared;
  return all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
}

}  // namespace darvaza::baselines
