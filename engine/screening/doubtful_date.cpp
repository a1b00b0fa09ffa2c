#include "screening/doubtful_date.h"

#include <algorithm>
#include <utility>

#include "scoring/calibration.h"

namespace darvaza::screening {
namespace {

void discount(Candidate& candidate) {
  const auto place = std::find_if(candidate.evidence.begin(), candidate.evidence.end(),
                                  [](const Evidence& piece) { return piece.kind > EvidenceKind::birth_date; });
  candidate.evidence.insert(place, {EvidenceKind::birth_date, kDoubtfulOtherDate,
                                    "another date than listed; the check digit of the traveller's does not hold"});
  candidate.weight_mn += kDoubtfulOtherDate;
  candidate.score_bp = scoring::score_bp(candidate.weight_mn);
}

bool same_entry(const Candidate& a, const Candidate& b) { return a.id == b.id && a.list == b.list; }

/// Of each entry the heavier candidate. An entry that agrees with the date, or states none, is lighter without it: where cuts
/// have left it out of `dated` they leave it out here, too.
void merge(std::vector<Candidate>& dated, std::vector<Candidate>&& undated) {
  for (Candidate& candidate : undated) {
    const auto known = std::find_if(dated.begin(), dated.end(), [&](const Candidate& other) { return same_entry(other, candidate); });
    if (known == dated.end()) {
      dated.push_back(std::move(candidate));
    } else if (known->weight_mn < candidate.weight_mn) {
      *known = std::move(candidate);
    }
  }
  std::stable_sort(dated.begin(), dated.end(), [](const Candidate& a, const Candidate& b) { return a.weight_mn > b.weight_mn; });
}

}  // namespace

PersonSearch find_persons_by_doubtful_date(const index::IndexSet& set, const Traveller& traveller, std::size_t names,
                                           std::span<const PersonDocument> person_documents, const ScreeningOptions& options,
                                           SearchScratch& scratch) {
  PersonSearch found = find_persons(set, traveller, names, person_documents, options, scratch);
  Traveller undated = traveller;
  undated.birth_date = {};
  ScreeningOptions wide = options;  // the best must be known whatever the options cut
  wide.top = std::max<std::size_t>(options.top, 1);
  wide.min_score_bp = std::min(options.min_score_bp, options.review_score_bp);
  PersonSearch without = find_persons(set, undated, names, person_documents, wide, scratch);
  found.complete = found.complete && without.complete;
  found.withheld = found.withheld || without.withheld;
  found.any_weighed = found.any_weighed || without.any_weighed;
  for (Candidate& candidate : without.candidates) discount(candidate);
  if (!without.candidates.empty()) found.best_score_bp = std::max(found.best_score_bp, without.candidates.front().score_bp);
  merge(found.candidates, std::move(without.candidates));
  const auto below = std::find_if(found.candidates.begin(), found.candidates.end(),
                                  [&](const Candidate& candidate) { return candidate.score_bp < options.min_score_bp; });
  found.candidates.erase(below, found.candidates.end());
  if (found.candidates.size() > options.top) found.candidates.resize(options.top);
  return found;
}

}  // namespace darvaza::screening
