// The baselines by name, on names prepared once.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/error.h"
#include "darvaza/partial_date.h"
#include "eval/baselines/icu_romaniser.h"
#include "eval/baselines/trigrams.h"

namespace darvaza::eval {

/// A name as all baselines see it: romanised by ICU, in lower case, apostrophes taken out and other
/// punctuation as blanks. At most 1,024 bytes of it are read.
struct PreparedName {
  /// Four letters or digits as a number: codes of equal words are equal numbers.
  using Code = std::uint32_t;
  struct Metaphone {
    Code primary = 0, secondary = 0;
  };

  std::u32string letters;             ///< words divided by single blanks
  std::u32string sorted;              ///< the same, words in order of their letters
  std::vector<Code> soundex;          ///< of each word that has one, sorted
  std::vector<Metaphone> metaphones;  ///< of each word, in order
  std::vector<baselines::Trigram> trigrams;
  std::vector<BirthDate> births;  ///< what is known of the person besides
};

/// Const members may be called from many threads.
class NamePreparer {
 public:
  /// False when this ICU lacks its romanisation: the baselines would be measured without it.
  bool usable() const { return romaniser_.usable(); }
  PreparedName prepare(std::string_view name, std::vector<BirthDate> births = {}) const;

 private:
  baselines::IcuRomaniser romaniser_;
};

struct Baseline {
  std::string_view name;
  std::string_view about;
  double (*compare)(const PreparedName&, const PreparedName&);  ///< 0 to 1, symmetric
};

/// What the baseline says of two names; 0 when one of them has neither letters nor digits.
inline double similarity(const Baseline& baseline, const PreparedName& a, const PreparedName& b) {
  return a.letters.empty() || b.letters.empty() ? 0 : baseline.compare(a, b);
}

/// All of them, in the order in which reports show them.
std::span<const Baseline> all_baselines();

/// "all", "none", or names divided by commas; ErrorCode::usage for an unknown one.
Result<std::vector<Baseline>> find_baselines(std::string_view names);

}  // namespace darvaza::eval
