#include "darvaza/compare.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "names/common_names.h"
#include "names/equivalent_names.h"
#include "names/name_alignment.h"
#include "names/person_name.h"
#include "names/rarity.h"
#include "names/surname_endings.h"
#include "names/syllabic_names.h"
#include "scoring/calibration.h"
#include "scoring/name_evidence.h"

namespace darvaza {
namespace {

/// Without a list, its length and the built-in table tell how rare a token is. Its key is its place.
std::vector<names::WeighedToken> weigh(const names::PersonName& name) {
  std::vector<names::WeighedToken> tokens;
  const names::SyllabicName syllabic = names::syllabic_name(name.tokens);
  for (const names::Token& token : name.tokens) {
    const names::Millinats rarity =
        syllabic.bound(tokens.size(), std::min(names::most_rarity(token.sounds), names::common_rarity(token.sounds)));
    tokens.push_back({&token.sounds, token.role, token.cut, rarity, static_cast<std::uint32_t>(tokens.size()), {}, syllabic.is_one, token.apart, token.glued});
  }
  return tokens;
}

using Groups = std::vector<std::vector<names::NameGroup>>;  // one a token

Groups groups_of(const names::PersonName& name) {
  Groups groups;
  for (const names::Token& token : name.tokens) {
    groups.push_back(names::is_borne_name(token.role) ? names::name_groups(token.sounds) : std::vector<names::NameGroup>());
  }
  return groups;
}

/// For each token of one name, the tokens of the other that are customary other forms of it.
std::vector<std::vector<names::KnownCost>> other_forms(const names::PersonName& a, const names::PersonName& b) {
  std::vector<std::vector<names::KnownCost>> forms(a.tokens.size());
  const Groups groups_a = groups_of(a), groups_b = groups_of(b);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    for (std::uint32_t j = 0; j < b.tokens.size(); ++j) {
      if (!names::is_borne_name(a.tokens[i].role) || !names::is_borne_name(b.tokens[j].role)) continue;
      const names::Millinats cost = std::min(names::equivalence_cost(groups_a[i], groups_b[j]),
                                             names::other_ending_cost(a.tokens[i].sounds, b.tokens[j].sounds));
      if (cost <= names::kMaxSimilarityLimit) forms[i].push_back({j, names::steps_of(cost), true});
    }
  }
  return forms;
}

/// Of names as they are read; nothing where one cannot be meant so beside the other.
std::optional<Evidence> compare(const names::PersonName& first, const names::PersonName& second) {
  names::NameAlignment alignment;
  std::vector<names::WeighedToken> weighed = weigh(first);
  const auto forms = other_forms(first, second);
  for (std::size_t i = 0; i < weighed.size(); ++i) weighed[i].known = forms[i];
  names::align_names(weighed, weigh(second), alignment);
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
