#include "names/compared_names.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "names/common_names.h"
#include "names/equivalent_names.h"
#include "names/rarity.h"
#include "names/surname_endings.h"
#include "names/syllabic_names.h"

namespace darvaza::names {
namespace {

/// The key of a token is its place.
std::vector<WeighedToken> weigh(const PersonName& name) {
  std::vector<WeighedToken> tokens;
  const SyllabicName syllabic = syllabic_name(name.tokens);
  for (const Token& token : name.tokens) {
    const Millinats rarity = syllabic.bound(tokens.size(), std::min(most_rarity(token.sounds), common_rarity(token.sounds)));
    tokens.push_back({&token.sounds, token.role, token.cut, rarity, static_cast<std::uint32_t>(tokens.size()), {}, syllabic.is_one, token.apart, token.glued});
  }
  return tokens;
}

using Groups = std::vector<std::vector<NameGroup>>;  // one a token

Groups groups_of(const PersonName& name) {
  Groups groups;
  for (const Token& token : name.tokens) groups.push_back(is_borne_name(token.role) ? name_groups(token.sounds) : std::vector<NameGroup>());
  return groups;
}

/// For each token of one name, the tokens of the other that are customary other forms of it.
std::vector<std::vector<KnownCost>> other_forms(const PersonName& a, const PersonName& b) {
  std::vector<std::vector<KnownCost>> forms(a.tokens.size());
  const Groups groups_a = groups_of(a), groups_b = groups_of(b);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    for (std::uint32_t j = 0; j < b.tokens.size(); ++j) {
      if (!is_borne_name(a.tokens[i].role) || !is_borne_name(b.tokens[j].role)) continue;
      const Millinats cost = std::min(equivalence_cost(groups_a[i], groups_b[j]), other_ending_cost(a.tokens[i].sounds, b.tokens[j].sounds));
      if (cost <= kMaxSimilarityLimit) forms[i].push_back({j, steps_of(cost), true});
    }
  }
  return forms;
}

}  // namespace

NameAlignment compare_parsed(const PersonName& a, const PersonName& b) {
  NameAlignment alignment;
  std::vector<WeighedToken> weighed = weigh(a);
  const auto forms = other_forms(a, b);
  for (std::size_t i = 0; i < weighed.size(); ++i) weighed[i].known = forms[i];
  align_names(weighed, weigh(b), alignment);
  return alignment;
}

}  // namespace darvaza::names
