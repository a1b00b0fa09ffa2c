#include "darvaza/compare.h"

#include "names/compared_names.h"
#include "names/person_name.h"
#include "scoring/calibration.h"
#include "scoring/name_evidence.h"

namespace darvaza {

Comparison compare_names(std::string_view a, std::string_view b) {
  const names::PersonName first = names::parse_name(a), second = names::parse_name(b);
  Comparison comparison;
  if (first.tokens.empty() || second.tokens.empty()) return comparison;
  comparison.evidence = {
      {EvidenceKind::prior, scoring::kComparisonPrior, "what a pair of names must overcome to be taken for one"},
      scoring::explain_name(names::compare_parsed(first, second), NameGrade::primary, first.tokens, second.tokens)};
  for (const Evidence& piece : comparison.evidence) comparison.weight_mn += piece.weight_mn;
  comparison.score_bp = scoring::score_bp(comparison.weight_mn);
  return comparison;
}

}  // namespace darvaza
