// Which listed persons may be this traveller.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "darvaza/screener.h"
#include "darvaza/traveller.h"
#include "index/index.h"
#include "index/candidate_search.h"
#include "index/token_lookup.h"
#include "screening/asked_name.h"
#include "screening/document_check.h"
#include "screening/fact_bounds.h"

namespace darvaza::screening {

/// Working memory of a search, reused from traveller to traveller. For one index and one thread.
struct SearchScratch {
  explicit SearchScratch(const index::Index& index)
      : lookups(index.dictionary(), index.token_frequencies(), index.name_count()), fact_bounds(index) {}

  index::TokenLookups lookups;
  FactBoundsMaker fact_bounds;
  std::vector<AskedName> asked;  ///< the first of them are the traveller's names
  index::FactBounds facts;
  index::CandidateScratch candidates;
  std::vector<index::CandidateName> found;
  std::vector<names::WeighedToken> listed;
  names::NameAlignment alignment;
};

struct PersonSearch {
  std::vector<Candidate> candidates;  ///< best first, at most `options.top`, none below `options.min_score_bp`
  std::int32_t best_score_bp = 0;     ///< of all that were scored, whatever the options cut
  bool complete = true;               ///< false: the deadline passed first
  bool withheld = false;              ///< an entry came up that `options.post` may not see
};

/// Searches by all names of the traveller, adds the entries to whom a presented document is
/// attributed, and weighs everything that is known of each.
PersonSearch find_persons(const index::Index& index, const Traveller& traveller,
                          std::span<const AskedName> asked,
                          std::span<const PersonDocument> person_documents,
                          const ScreeningOptions& options, SearchScratch& scratch);

}  // namespace darvaza::screening
