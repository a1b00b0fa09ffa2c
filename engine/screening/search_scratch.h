// Working memory of a search, and in it the traveller's names as every part of a set sees them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "index/candidate_search.h"
#include "index/index_set.h"
#include "index/token_lookup.h"
#include "screening/asked_name.h"
#include "screening/fact_bounds.h"

namespace darvaza::screening {

/// What belongs to one part.
struct PartScratch {
  explicit PartScratch(const index::SetPart& part, std::uint64_t name_count)
      : lookups(part.index->dictionary(), part.token_frequencies(), name_count),
        fact_bounds(*part.index) {}

  /// How often a token is met here, of which nothing else is asked.
  std::uint64_t frequency_of(const index::Index& index, const names::Token& token);

  index::TokenLookups lookups;
  index::TokenLookup lookup;
  FactBoundsMaker fact_bounds;
  std::vector<AskedName> asked;  ///< the first of them are the traveller's names
  index::FactBounds facts;
};

/// Reused from traveller to traveller. For one set and one thread.
struct SearchScratch {
  explicit SearchScratch(const index::IndexSet& set);

  /// Makes `name` the traveller's name number `at`, in every part: looked up in each, as rare as in
  /// all together. With `only_part` in that part alone, since no other is searched: what else is
  /// known of the name is left out there, and words are remembered for a long row of travellers.
  void ask(const index::IndexSet& set, std::size_t at, names::PersonName name,
           std::optional<std::size_t> only_part = {});

  std::vector<PartScratch> parts;
  index::RarityMemory rarities;  ///< of tokens as rare as they are in all parts
  index::CandidateScratch candidates;
  std::vector<index::CandidateName> found;
  std::vector<names::WeighedToken> listed;
  names::NameAlignment alignment;

 private:
  void ask_part(const index::IndexSet& set, std::size_t at, names::PersonName name,
                std::size_t only);
};

}  // namespace darvaza::screening
