// What the traveller's words cost against all words of a small index, those included that share no key with them.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <unordered_map>
#include <vector>

#include "index/index.h"
#include "index/token_lookup.h"
#include "names/name_alignment.h"
#include "names/token_batch.h"

namespace darvaza::screening {

/// Remembers the words of travellers, who share many. For one thread.
class WordCosts {
 public:
  explicit WordCosts(const index::Index& index);

  /// Whether the index has so few words that all are compared; else nothing may be asked.
  static bool is_worth_it(const index::Index& index);

  /// To be called before the words of a name are asked for: those of the name before may be forgotten.
  void begin_name();
  /// By token of the index, ascending: `similar`, which is what a look-up of the word found, and all other tokens that are not too far
  /// by sound. Valid until the next begin_name. Some ten microseconds for a word that is not remembered.
  std::span<const names::KnownCost> of(const romanize::Sounds& word, std::span<const index::SimilarToken> similar);

 private:
  struct Batch {
    names::TokenBatch tokens;
    std::array<index::TokenId, names::kBatch> numbers{};
  };
  std::array<std::vector<Batch>, romanize::kWritingSystemCount> batches_;
  std::unordered_map<romanize::Sounds, std::vector<names::KnownCost>, index::SoundsHash> remembered_;
};

}  // namespace darvaza::screening
