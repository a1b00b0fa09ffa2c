// Working memory of a search, and in it the traveller's names as every part of a set sees them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
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
  /// The same where the index holds the token, in no time; nothing where it would have to be searched for.
  std::optional<std::uint64_t> stored_frequency_of(const index::Index& index,
                                                   const names::Token& token);

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
  /// How rare a word is that another part lacks is then only bounded, see `rarity_is_bound`.
  void ask(const index::IndexSet& set, std::size_t at, names::PersonName name,
           std::optional<std::size_t> only_part = {});

  /// Whether words of the traveller may be less rare than they were taken for. To look a word up in a
  /// large dictionary that lacks it is what costs most, and of a small part most travellers find
  /// nobody even so.
  bool rarity_is_bound = false;
  /// Looks those words up in every part, for the first `names` names of the traveller.
  void weigh_exactly(const index::IndexSet& set, std::size_t names, std::size_t only_part);

  std::vector<PartScratch> parts;
  index::RarityMemory rarities;  ///< of tokens as rare as they are in all parts
  index::CandidateScratch candidates;
  std::vector<index::CandidateName> found;
  std::vector<names::WeighedToken> listed;
  names::NameAlignment alignment;

 private:
  enum class Rarity : std::uint8_t { exact, at_most };

  void ask_part(const index::IndexSet& set, std::size_t at, names::PersonName name,
                std::size_t only);
  void weigh(const index::IndexSet& set, std::size_t at, std::size_t only, Rarity wanted);
  names::Millinats rarity_of(const index::IndexSet& set, const names::Token& token,
                             std::span<const index::SimilarToken> similar, std::size_t only,
                             Rarity wanted);
};

}  // namespace darvaza::screening
