#include "screening/asked_name.h"

#include <algorithm>
#include <utility>

namespace darvaza::screening {
namespace {

using names::Millinats;
using romanize::Sounds;

constexpr std::size_t kMostJoined = 3;
constexpr std::size_t kShortestPart = 2;
constexpr std::size_t kShortestToSplit = 5;

int names_in(std::span<const names::Token> tokens) {
  return static_cast<int>(std::count_if(tokens.begin(), tokens.end(), [](const names::Token& token) { return token.role == names::TokenRole::name; }));
}

}  // namespace

void AskedName::assign(const index::Index& index, names::PersonName name, index::TokenLookups& lookups) {
  name_ = std::move(name);
  meetings_->forget();
  used_ = 0;
  // Spans into lookups point to their own memory, which does not move with them.
  lookups_.reserve(name_.tokens.size() * kMostJoined + 2 * Sounds::kCapacity);
  look_up_tokens(index, lookups);
  look_up_joined(lookups);
  look_up_halves(lookups);
}

index::TokenLookup& AskedName::next_lookup() {
  if (used_ == lookups_.size()) lookups_.emplace_back();
  return lookups_[used_++];
}

void AskedName::look_up_tokens(const index::Index& index, index::TokenLookups& lookups) {
  tokens_.clear();
  bounds_.clear();
  parts_.clear();
  bounds_.reserve(name_.tokens.size());
  for (std::size_t i = 0; i < name_.tokens.size(); ++i) {
    const names::Token& token = name_.tokens[i];
    index::TokenLookup& lookup = next_lookup();
    const auto known = token.cut ? std::nullopt : index.dictionary().find(token.sounds);
    if (known) {
      index.stored_lookup(*known, lookup);
    } else {
      lookups.look_up(token.sounds, token.cut, lookup);
    }
    bounds_.emplace_back(token.sounds);
    tokens_.push_back({&token.sounds, token.role, token.cut, lookup.rarity, 0, lookup.similar, &bounds_.back()});
    parts_.push_back({token.role, std::min(lookup.rarity, names::most_gain(token.role)), lookup.similar, std::uint64_t{1} << i, token.role == names::TokenRole::name,
                      token.sounds.size(), names::consonant_classes(token.sounds), &bounds_.back()});
  }
}

/// Neighbours that the list may have as one word: "Ali Reza" for "Alireza".
void AskedName::look_up_joined(index::TokenLookups& lookups) {
  joined_.clear();
  const std::span<const names::Token> tokens = name_.tokens;
  for (std::size_t begin = 0; begin < tokens.size(); ++begin) {
    Sounds joined = tokens[begin].sounds;
    for (std::size_t count = 2; count <= kMostJoined && begin + count <= tokens.size(); ++count) {
      const names::Token& next = tokens[begin + count - 1];
      if (next.sounds.system() != joined.system() || next.cut) break;
      joined.append(next.sounds);
      index::TokenLookup& lookup = next_lookup();
      lookups.look_up_near(joined, lookup);
      if (lookup.similar.empty()) {
        --used_;
        continue;
      }
      joined_.push_back({names::TokenRole::name, std::min(lookup.rarity, names::most_gain(names::TokenRole::name)), lookup.similar,
                         ((std::uint64_t{1} << count) - 1) << begin, names_in(tokens.subspan(begin, count)), joined.size(), names::consonant_classes(joined), nullptr});
    }
  }
}

/// A name of one part may be two words in the list: "Alireza", Ali Reza. Besides another part the search sees
/// that by itself.
void AskedName::look_up_halves(index::TokenLookups& lookups) {
  halves_.clear();
  const auto is_name = [](const names::Token& token) { return token.role == names::TokenRole::name; };
  if (std::count_if(name_.tokens.begin(), name_.tokens.end(), is_name) != 1) return;
  const names::Token& token = *std::find_if(name_.tokens.begin(), name_.tokens.end(), is_name);
  if (token.cut || token.sounds.size() < kShortestToSplit) return;
  for (std::size_t at = kShortestPart; at + kShortestPart <= token.sounds.size(); ++at) {
    Sounds first(token.sounds.system()), second(token.sounds.system());
    for (std::size_t i = 0; i < token.sounds.size(); ++i) (i < at ? first : second).push_back(token.sounds[i]);
    const std::size_t used = used_;
    index::TokenLookup& in_front = next_lookup();
    index::TokenLookup& behind = next_lookup();
    lookups.look_up_near(first, in_front);
    if (!in_front.similar.empty()) lookups.look_up_near(second, behind);
    if (in_front.similar.empty() || behind.similar.empty()) {
      used_ = used;
      continue;
    }
    halves_.emplace_back();
    halves_.back().first.similar = in_front.similar;
    halves_.back().second.similar = behind.similar;
  }
}

}  // namespace darvaza::screening
