// A watchlist searched as systems in use search it: every name romanised, every name compared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "eval/baselines/icu_romaniser.h"

namespace darvaza::baselines {

/// Jaro-Winkler of names of several words, in any order: words are paired greedily, the most alike
/// first, and the pairs' similarities are added up and divided by the mean number of words. 0 to 1.
/// Words beyond the eighth are not looked at.
double name_similarity(const std::vector<std::string_view>& a,
                       const std::vector<std::string_view>& b);

/// Names are added, then asked for. Const members may be called from many threads.
class JaroWinklerList {
 public:
  /// Names are numbered from 0 in the order in which they are added.
  void add(std::string_view name);
  std::size_t size() const { return begins_.size(); }

  struct Found {
    std::size_t number = 0;
    double similarity = 0;
  };
  /// The `count` listed names that are most alike, best first; of equals, the one added first.
  /// Compares all of them.
  std::vector<Found> most_alike(std::string_view name, std::size_t count) const;

 private:
  std::string_view name(std::size_t number) const;

  IcuRomaniser romaniser_;
  std::string letters_;  ///< all names, words divided by blanks
  std::vector<std::size_t> begins_;
};

}  // namespace darvaza::baselines
