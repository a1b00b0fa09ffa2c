#include "darvaza/compare.h"

#include <optional>
#include <utility>
#include <vector>

#include "names/compared_names.h"
#include "names/person_name.h"
#include "scoring/calibration.h"
#include "scoring/name_evidence.h"

namespace darvaza {
namespace {

/// Of names as they are read; nothing where one cannot be meant so beside the other.
std::optional<Evidence> compare(const names::PersonName& first, const names::PersonName& second) {
  const names::NameAlignment alignment = names::compare_parsed(first, second);
  if (!alignment.stands) return std::nullopt;
  return scoring::explain_name(alignment, NameGrade::primary, first.tokens, second.tokens);
}

std::vector<names::PersonName> readings_of(std::string_view text) {
  std::vector<names::PersonName> readings{names::parse_name(text)};
  if (readings.front().has_glued_reading) readings.push_back(names::parse_glued(text));
  return readings;
}

}  // namespace

Comparison compare_names(std::string_view a, std::string_view b) {
  const auto first = readings_of(a), second = readings_of(b);
  Comparison comparison;
  if (first.front().tokens.empty() || second.front().tokens.empty()) return comparison;
  std::optional<Evidence> best;
  for (const names::PersonName& reading : first) {
    for (const names::PersonName& other : second) {
      auto evidence = compare(reading, other);
      if (evidence && (!best || evidence->weight_mn > best->weight_mn)) best = std::move(evidence);
    }
  }
  comparison.evidence = {{EvidenceKind::prior, scoring::kComparisonPrior, "what a pair of names must overcome to be taken for one"}, std::move(*best)};
  for (const Evidence& piece : comparison.evidence) comparison.weight_mn += piece.weight_mn;
  comparison.score_bp = scoring::score_bp(comparison.weight_mn);
  return comparison;
}

}  // namespace darvaza
