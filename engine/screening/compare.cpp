#include "darvaza/compare.h"

#include <vector>

#include "names/name_alignment.h"
#include "names/person_name.h"
#include "names/rarity.h"
#include "scoring/calibration.h"
#include "scoring/name_evidence.h"

namespace darvaza {
namespace {

/// Without a list, only its length tells how rare a token is.
std::vector<names::WeighedToken> weigh(const names::PersonName& name) {
  std::vector<names::WeighedToken> tokens;
  for (const names::Token& token : name.tokens) {
    tokens.push_back({&token.sounds, token.role, token.cut, names::most_rarity(token.sounds)});
  }
  return tokens;
}

}  // namespace

Comparison compare_names(std::string_view a, std::string_view b) {
  const names::PersonName first = names::parse_name(a), second = names::parse_name(b);
  Comparison comparison;
  if (first.tokens.empty() || second.tokens.empty()) return comparison;
  names::NameAlignment alignment;
  names::align_names(weigh(first), weigh(second), alignment);
  comparison.evidence = {
      {EvidenceKind::prior, scoring::kComparisonPrior, "what a pair of names must overcome to be taken for one"},
      scoring::explain_name(alignment, NameGrade::primary, first.tokens, second.tokens)};
  for (const Evidence& piece : comparison.evidence) comparison.weight_mn += piece.weight_mn;
  comparison.score_bp = scoring::score_bp(comparison.weight_mn);
  return comparison;
}

}  // namespace darvaza
