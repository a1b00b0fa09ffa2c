// Fictional names for the microbenchmarks, the same in every run.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "generate/person.h"

namespace darvaza::bench {

inline constexpr std::size_t kSampleNames = 1024;

/// kSampleNames names in one script, of two to four words, as common and as rare as people's are.
/// Name i is the same person's in every script.
const std::vector<std::string>& sample_names(generate::Script script);

/// The same names as another source has them: misspelled, in any script (write_misspelled).
const std::vector<std::string>& misspelled_names();

/// Goes round a list for ever.
template <typename T>
class Round {
 public:
  explicit Round(const std::vector<T>& items) : items_(items) {}
  const T& next() {
    const T& item = items_[at_];
    at_ = at_ + 1 == items_.size() ? 0 : at_ + 1;
    return item;
  }

 private:
  const std::vector<T>& items_;
  std::size_t at_ = 0;
};

}  // namespace darvaza::bench
