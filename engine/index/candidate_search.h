// Which listed names are worth scoring for a traveller's name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "index/index.h"
#include "names/person_name.h"

namespace darvaza::index {

/// A listed name and an estimate, in millinats, of the name evidence that it can give.
struct CandidateName {
  NameId name = 0;
  names::Millinats gain = 0;
};

/// What the dictionary says about one token of a traveller's name.
struct TokenLookup {
  std::vector<Index::SimilarToken> similar;  ///< cheapest first
  names::Millinats rarity = 0;
};

/// Looks one token up; similar tokens that cost more than `most` are left out. Thread-safe.
TokenLookup look_up(const Index& index, const romanize::Sounds& sounds, bool cut,
                    names::Millinats most = names::kMaxSimilarityLimit);

/// Working memory of `find_candidates`, reused from traveller to traveller; one per thread. Holds a
/// few bytes for each listed name.
class CandidateScratch {
 public:
  CandidateScratch() = default;

 private:
  friend class CandidateSearch;
  std::vector<names::Millinats> gain_;    ///< by name; valid where stamp_ is the current one
  std::vector<std::uint32_t> stamp_;      ///< by name: the search that touched it last
  std::vector<std::uint32_t> unit_;       ///< by name: the part of the query that counted last
  std::vector<NameId> touched_;
  std::uint32_t search_ = 0;
};

/// How many candidates are wanted. Facts other than the name may set apart names that agree about as
/// well, so that those just behind the last of the best come, too.
struct CandidateLimits {
  std::size_t best = 0;           ///< the names with the largest gains
  names::Millinats margin = 0;    ///< and all others within this of the last of them,
  std::size_t most = 0;           ///< up to this many in all
};

/// The names with the largest estimated gain, best first, then by id; fewer if fewer share a similar
/// token with the query. The gain of a name is the sum, over the query's tokens, of
/// rarity - cost for the cheapest similar token that it holds. Neighbouring tokens are also looked up
/// joined, and long tokens split in two that are both in the dictionary, so that "Ali Reza" meets
/// "Alireza". `lookups[i]` is the answer of look_up for token i. Thread-safe for distinct `scratch`.
void find_candidates(const Index& index, const names::PersonName& query,
                     std::span<const TokenLookup> lookups, const CandidateLimits& limits,
                     CandidateScratch& scratch, std::vector<CandidateName>& out);

}  // namespace darvaza::index
