// Which listed persons may be this traveller.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "darvaza/screener.h"
#include "darvaza/traveller.h"
#include "index/index_set.h"
#include "screening/document_check.h"
#include "screening/search_scratch.h"

namespace darvaza::screening {

struct PersonSearch {
  std::vector<Candidate> candidates;  ///< best first, at most `options.top`, none below `options.min_score_bp`
  std::int32_t best_score_bp = 0;     ///< of all that were scored, whatever the options cut
  bool complete = true;               ///< false: the deadline passed first
  bool withheld = false;              ///< an entry came up that `options.post` may not see
  bool any_weighed = false;           ///< a listed name was looked at, or a document's entry: not if nobody could reach what `options` ask for
};

/// Searches by the first `names` of the names that `scratch` was asked for, adds the entries to whom a presented document is
/// attributed (ascending by part), and weighs everything that is known of each.
PersonSearch find_persons(const index::IndexSet& set, const Traveller& traveller, std::size_t names, std::span<const PersonDocument> documents,
                          const ScreeningOptions& options, SearchScratch& scratch);

}  // namespace darvaza::screening
