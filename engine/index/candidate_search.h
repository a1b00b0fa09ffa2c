// Which listed names can reach a score for a traveller's name and facts.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "index/deadline.h"
#include "index/fact_windows.h"
#include "index/index.h"
#include "index/name_bounds.h"
#include "index/posting_filter.h"
#include "index/walk_plan.h"

namespace darvaza::index {

/// A listed name and the most that name and facts can weigh together.
struct CandidateName {
  NameId name = 0;
  names::Millinats bound = 0;
};

/// Working memory of find_candidates, reused from traveller to traveller; one per thread.
struct CandidateScratch {
  /// Years of a list whose facts give no more than `most`.
  struct Piece {
    int first = 0, last = 0;  ///< both inclusive
    names::Millinats most = 0;
  };
  std::array<std::vector<Piece>, FactWindows::kAllLevels> pieces;  ///< by level, ascending; made when they are needed
  /// A list that is read whole.
  struct ShortList {
    TokenId token = 0;
    names::Millinats gain = 0;
  };
  std::vector<ShortList> short_lists;
  std::vector<FilteredList> filtered;  ///< the same lists as the filter sees them
  /// One of which only what has the right facts is read.
  struct ToSelect {
    TokenId token = 0;
    names::Millinats gain = 0;
    std::size_t level = 0;
    bool settled_apart = false;
  };
  std::vector<ToSelect> to_select;
  /// One in which some places were selected.
  struct LongList {
    TokenId token = 0;
    names::Millinats gain = 0;
    bool settled_apart = false;  ///< looked at only for names that the settled parts do not meet
    PostingFilter filter;
  };
  std::vector<LongList> long_lists;
  std::vector<FoundPlace> found;  ///< in short or in long lists
  NameBounds bounds;
  WalkPlan plan;
  std::vector<std::uint32_t> places;
  AskedTokens other_half;  ///< of a part cut in two: what the half may be that is not walked
};

/// What a search looks for.
struct CandidateLimits {
  names::Millinats threshold = 0;  ///< name and facts must be able to weigh this much together
  std::size_t most = 20'000;       ///< at most so many, those with the highest bounds
};

/// The listed names whose name and facts may reach the threshold, best bound first, then by id. `out` is overwritten.
///
/// A name that reaches it agrees in two parts at least, or in one that is enough with the facts. Posting lists are walked as a plan says
/// (walk_plan.h) that nothing reaches the threshold beside; a posting names another
/// token of its name and a few facts, so that most are ruled out where they stand. What this
/// loses against scoring every name is measured (docs/decisions/0013-search-by-pairs.md). Thread-safe for distinct
/// `scratch`.
///
/// Looks at `deadline` before each long list and each list with something in it; when it has passed, `out` holds what was found by then.
void find_candidates(const Index& index, const AskedParts& asked, const FactBounds& facts, const CandidateLimits& limits,
                     Deadline& deadline, CandidateScratch& scratch, std::vector<CandidateName>& out);

}  // namespace darvaza::index
