#include "screening/name_scorer.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "names/common_names.h"
#include "names/equivalent_names.h"
#include "names/rarity.h"
#include "names/surname_endings.h"
#include "scoring/name_evidence.h"

namespace darvaza::screening {
namespace {

/// Rarity is the traveller's side of an alignment; the listed side sets no limit of its own.
constexpr names::Millinats kNoLimit = 20'000;

void weigh_listed(const index::Index& index, const index::NameView& name,
                  std::vector<names::WeighedToken>& out) {
  out.clear();
  for (const index::NameToken& token : name.tokens) {
    out.push_back({&index.token(token.token()), token.role(), false, kNoLimit, token.token()});
  }
}

/// The tokens of a listed name with their spelling. The index holds their sounds, the listed text their
/// spelling; in a forged index the two need not agree, and then the sounds must do.
std::vector<names::Token> listed_tokens(const index::Index& index, const index::NameView& name) {
  std::vector<names::Token> tokens = names::parse_name(name.text).tokens;
  if (tokens.size() == name.tokens.size()) return tokens;
  tokens.clear();
  for (const index::NameToken& token : name.tokens) {
    const romanize::Sounds& sounds = index.token(token.token());
    tokens.push_back({sounds, token.role(), false, romanize::spelling(sounds)});
  }
  return tokens;
}

/// The listed tokens that are customary other forms of `token`, by id, each with its least cost.
std::vector<names::OtherForm> find_other_forms(const index::Index& index, const romanize::Sounds& token) {
  std::vector<names::OtherForm> forms;
  std::vector<index::Index::SimilarToken> similar;
  const auto add_similar = [&](const romanize::Sounds& form, names::Millinats form_cost) {
    index.similar_tokens(form, false, names::kGroupLimit, similar);
    for (const auto& [id, cost] : similar) forms.push_back({id, form_cost + cost});
  };
  // A short form is in many groups whose members repeat: each is looked up once, at its least cost.
  std::map<romanize::Sounds, names::Millinats> members;
  for (const names::NameGroup& group : names::name_groups(token)) {
    for (const romanize::Sounds& member : names::group_members(group.group)) {
      const auto [known, added] = members.try_emplace(member, group.cost);
      if (!added) known->second = std::min(known->second, group.cost);
    }
  }
  for (const auto& [member, cost] : members) add_similar(member, cost + names::kOtherForm);
  for (const names::OtherEnding& other : names::other_endings(token)) add_similar(other.sounds, other.cost);
  std::sort(forms.begin(), forms.end(), [](const auto& a, const auto& b) { return std::tuple(a.key, a.cost) < std::tuple(b.key, b.cost); });
  forms.erase(std::unique(forms.begin(), forms.end(), [](const auto& a, const auto& b) { return a.key == b.key; }), forms.end());
  return forms;
}

/// Adds the other forms to what the dictionary found, so that the search follows them, too, and a name
/// is no rarer than its forms together. Each listed token stays once, at its least cost.
void add_forms(const index::Index& index, std::span<const names::OtherForm> forms, index::TokenLookup& lookup) {
  if (forms.empty()) return;
  auto& similar = lookup.similar;
  for (const names::OtherForm& form : forms) similar.push_back({form.key, form.cost});
  std::sort(similar.begin(), similar.end(), [](const auto& a, const auto& b) { return std::tuple(a.token, a.cost) < std::tuple(b.token, b.cost); });
  similar.erase(std::unique(similar.begin(), similar.end(), [](const auto& a, const auto& b) { return a.token == b.token; }), similar.end());
  index::sort_by_cost(similar);
  lookup.rarity = index.rarity(similar);
}

}  // namespace

const std::vector<names::OtherForm>& TokenForms::of(const romanize::Sounds& token) {
  const auto [known, added] = known_.try_emplace(token);
  if (added) known->second = find_other_forms(index_, token);
  return known->second;
}

AskedName::AskedName(const index::Index& index, names::PersonName name, TokenForms& forms) : name_(std::move(name)) {
  tokens_.reserve(name_.tokens.size());
  lookups_.reserve(name_.tokens.size());
  other_forms_.reserve(name_.tokens.size());
  for (const names::Token& token : name_.tokens) {
    lookups_.push_back(index::look_up(index, token.sounds, token.cut));
    other_forms_.push_back(names::is_borne_name(token.role) ? forms.of(token.sounds) : std::vector<names::OtherForm>());
    add_forms(index, other_forms_.back(), lookups_.back());
    const names::Millinats rarity =
        std::min({lookups_.back().rarity, names::most_rarity(token.sounds), names::common_rarity(token.sounds)});
    tokens_.push_back({&token.sounds, token.role, token.cut, rarity, 0, other_forms_.back()});
  }
}

std::int32_t score_name(const index::Index& index, const AskedName& asked, index::NameId listed_name,
                        std::vector<names::WeighedToken>& listed, names::NameAlignment& alignment) {
  const index::NameView name = index.name(listed_name);
  weigh_listed(index, name, listed);
  names::align_names(asked.tokens(), listed, alignment);
  return scoring::weigh_name(alignment, name.grade);
}

Evidence explain_listed_name(const index::Index& index, const AskedName& asked,
                             index::NameId listed_name) {
  std::vector<names::WeighedToken> listed;
  names::NameAlignment alignment;
  score_name(index, asked, listed_name, listed, alignment);
  const index::NameView name = index.name(listed_name);
  return scoring::explain_name(alignment, name.grade, asked.name().tokens, listed_tokens(index, name));
}

}  // namespace darvaza::screening
