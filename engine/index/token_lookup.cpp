#include "index/token_lookup.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "names/common_names.h"
#include "names/equivalent_names.h"
#include "names/log_odds.h"
#include "names/rarity.h"

namespace darvaza::index {

using names::Millinats;
using romanize::Sounds;

namespace {

constexpr std::size_t kRaritySteps = kRarityReach / names::kCostStep + 1;

/// exp(-cost), in units of 1 / names::kOne, by the cost in steps.
const std::array<std::uint64_t, kRaritySteps>& shares() {
  static const auto table = [] {
    std::array<std::uint64_t, kRaritySteps> shares{};
    for (std::size_t steps = 0; steps < shares.size(); ++steps) shares[steps] = names::exp_negative(static_cast<Millinats>(steps) * names::kCostStep);
    return shares;
  }();
  return table;
}

/// Each token once, at its least cost.
void keep_cheapest(std::vector<SimilarToken>& tokens) {
  std::sort(tokens.begin(), tokens.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.key, a.steps, a.other_form) < std::tuple(b.key, b.steps, b.other_form);
  });
  tokens.erase(std::unique(tokens.begin(), tokens.end(), [](const auto& a, const auto& b) { return a.key == b.key; }), tokens.end());
}

}  // namespace

void TokenLookups::look_up(const Sounds& token, bool cut, TokenLookup& out) {
  if (cut) return search(token, cut, out);
  memory_.get(token, LookupMemory::Kind::whole, out, [&](TokenLookup& lookup) { search(token, false, lookup); });
}

void TokenLookups::search(const Sounds& token, bool cut, TokenLookup& out) {
  search_.find(dictionary_, token, cut, names::kMaxSimilarityLimit, out.similar);
  add_other_forms(token, out.similar);
  out.rarity = rarity_of(token, frequency_of(out.similar), name_count_);
}

void TokenLookups::look_up_near(const Sounds& token, TokenLookup& out) {
  const auto find = [&](TokenLookup& lookup) {
    near_.find(dictionary_, token, false, SimilarTokens::kSameConsonants, lookup.similar);
    lookup.rarity = 0;
  };
  // A small memory has better things to remember: these would drive out what is dear.
  memory_.is_large() ? memory_.get(token, LookupMemory::Kind::near, out, find) : find(out);
}

void TokenLookups::look_up_joined(const Sounds& token, TokenLookup& out) {
  constexpr Millinats kMost = 5500;
  memory_.get(token, LookupMemory::Kind::joined, out, [&](TokenLookup& lookup) {
    search_.find(dictionary_, token, false, kMost, lookup.similar);
    lookup.rarity = 0;  // the slot may have held that of a whole token
  });
}

/// Customary other forms: the search follows them, too, and a name is no rarer than its forms together.
void TokenLookups::add_other_forms(const Sounds& token, std::vector<SimilarToken>& similar) {
  forms_.clear();
  for (const names::NameGroup& group : names::name_groups(token)) {
    for (const Sounds& member : names::group_members(group.group)) forms_.push_back({member, group.group, group.cost + names::form_cost(group.group), names::Stem::own});
  }
  for (const names::OtherEnding& other : names::other_endings(token)) forms_.push_back({other.sounds, std::nullopt, other.cost, other.stem});
  if (forms_.empty()) return;
  // A short form is in many groups whose members repeat: each is searched for once.
  std::sort(forms_.begin(), forms_.end());
  const std::size_t spellings = similar.size();
  const Sounds* searched = nullptr;
  for (const Form& form : forms_) {
    if (searched == nullptr || *searched != form.sounds) near_.find(dictionary_, form.sounds, false, names::kStemLimit, found_);
    searched = &form.sounds;
    for (const SimilarToken& found : found_) {
      const auto system = dictionary_.tokens[found.key].system();
      if (found.cost() > (form.group ? names::kGroupLimit : names::stem_limit(form.stem, form.sounds.system(), system))) continue;
      // One step of a table alone: what sounds like another romanisation of Lee (Yi) is not Lee's form (Ji).
      if (form.group && !names::belongs(*form.group, form.sounds, dictionary_.tokens[found.key], found.cost())) continue;
      const Millinats cost = form.cost + found.cost();
      if (cost <= names::kMaxSimilarityLimit) similar.push_back({found.key, names::steps_of(cost), true});
    }
  }
  if (similar.size() != spellings) keep_cheapest(similar);
}

std::uint64_t TokenLookups::frequency_of(std::span<const SimilarToken> similar) const {
  std::uint64_t met = 0;
  for (const SimilarToken& found : similar) {
    if (found.steps < kRaritySteps) met += frequencies_[found.key] * shares()[found.steps];
  }
  return met;
}

Millinats TokenLookups::rarity_of(const Sounds& token, std::uint64_t frequency, std::uint64_t name_count) {
  constexpr std::uint64_t kNamesOfAShortList = 20'000;
  constexpr Millinats kLogOne = 20'795;  // 1000 ln 2^30, rounded up
  const Millinats in_list = names::log_millinats(name_count + kNamesOfAShortList) + kLogOne - names::log_millinats(names::kOne + frequency);
  return std::max(0, std::min({in_list, names::most_rarity(token), names::common_rarity(token)}));
}

}  // namespace darvaza::index
