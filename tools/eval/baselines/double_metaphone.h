// Double Metaphone: how a word may sound to an American reader, and how it may sound otherwise.
#pragma once

#include <string>
#include <string_view>

namespace darvaza::baselines {

struct MetaphoneCodes {
  std::string primary;
  std::string secondary;  ///< the same as `primary` for most words
};

/// Philips, "The Double Metaphone Search Algorithm" (C/C++ Users Journal, June 2000): at most four
/// sounds a code. '0' is th, 'X' is sh. Letters A to Z in any case; other characters are passed
/// over. Both codes are empty for a word that makes no sound. Thread-safe; linear.
MetaphoneCodes double_metaphone(std::string_view word);

}  // namespace darvaza::baselines
