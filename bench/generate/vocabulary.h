// Which words the generated names consist of, and how common each is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "generate/name_parts.h"
#include "generate/random.h"

namespace darvaza::generate {

/// A word of a name: one to three parts that are spelled alike in every script. Empty parts are
/// null.
struct Word {
  const NamePart* parts[3] = {};

  std::string in(Script script) const;
};

/// Ranks with frequencies in proportion to 1 / (rank + kFlat): Zipf's law with a flattened head, as
/// surnames have it. Immutable, thread-safe.
class ZipfRanks {
 public:
  explicit ZipfRanks(std::size_t count);
  std::size_t draw(Random& random) const;

 private:
  std::vector<std::uint64_t> cumulative_;
};

/// All words, in an order that `seed` shuffles: the first ones are common, the last ones nearly
/// unique. Immutable, thread-safe.
class Vocabulary {
 public:
  explicit Vocabulary(std::uint64_t seed);

  Word given_name(Random& random) const;
  Word surname(Random& random, bool feminine) const;

 private:
  std::vector<std::uint32_t> given_, surnames_;  ///< by rank: the number of a combination of parts
  ZipfRanks common_ranks_, given_ranks_, surname_ranks_;
};

}  // namespace darvaza::generate
