#include "index/asked_text.h"

#include <algorithm>

#include "index/dictionary.h"
#include "names/skeleton.h"

namespace darvaza::index {

using names::TokenRole;
using romanize::Sounds;

AskedText::AskedText(const Index& index, std::string_view text, bool cut) : name_(names::parse_name(text)) {
  TokenLookups lookups(index.dictionary(), index.token_frequencies(), index.name_count());
  for (std::size_t i = 0; i < name_.tokens.size(); ++i) {
    names::Token& token = name_.tokens[i];
    token.cut = cut;
    TokenLookup& lookup = lookups_.emplace_back();
    const auto known = cut ? std::nullopt : index.dictionary().find(token.sounds);
    known ? index.stored_lookup(*known, lookup) : lookups.look_up(token.sounds, cut, lookup);
    names::LazyCostBound& bound = bounds_.emplace_back(token.sounds);
    tokens_.push_back({&token.sounds, token.role, cut, lookup.rarity, 0, lookup.similar, &bound});
    parts_.push_back({token.role, std::min(lookup.rarity, names::most_gain(token.role)), lookup.similar, std::uint64_t{1} << i,
                      token.sounds.size(), names::consonant_classes(token.sounds), &bound});
  }
  if (cut) return;
  join(lookups);
  halve(lookups);
}

void AskedText::join(TokenLookups& lookups) {
  for (std::size_t begin = 0; begin < name_.tokens.size(); ++begin) {
    Sounds joined = name_.tokens[begin].sounds;
    for (std::size_t count = 2; count <= 3 && begin + count <= name_.tokens.size(); ++count) {
      const Sounds& next = name_.tokens[begin + count - 1].sounds;
      if (next.system() != joined.system()) break;
      joined.append(next);
      TokenLookup& lookup = lookups_.emplace_back();
      lookups.look_up_near(joined, lookup);
      if (lookup.similar.empty()) continue;
      joined_.push_back({TokenRole::name, std::min(lookup.rarity, names::most_gain(TokenRole::name)), lookup.similar,
                         ((std::uint64_t{1} << count) - 1) << begin, joined.size(), names::consonant_classes(joined), nullptr});
    }
  }
}

void AskedText::halve(TokenLookups& lookups) {
  if (name_.tokens.size() != 1 || name_.tokens[0].role != TokenRole::name) return;
  const Sounds& whole = name_.tokens[0].sounds;
  for (std::size_t at = 2; at + 2 <= whole.size(); ++at) {
    Sounds first(whole.system()), second(whole.system());
    for (std::size_t i = 0; i < whole.size(); ++i) (i < at ? first : second).push_back(whole[i]);
    TokenLookup &in_front = lookups_.emplace_back(), &behind = lookups_.emplace_back();
    lookups.look_up_near(first, in_front);
    lookups.look_up_near(second, behind);
    AskedHalves& halves = halves_.emplace_back();
    halves.first.similar = in_front.similar;
    halves.second.similar = behind.similar;
  }
}

names::Millinats name_weight(const Index& index, const AskedText& asked, NameId listed) {
  constexpr names::Millinats kNoLimit = 20'000;
  std::vector<names::WeighedToken> tokens;
  for (const NameToken& token : index.tokens(listed)) tokens.push_back({&index.token(token.token()), token.role(), false, kNoLimit, token.token()});
  names::NameAlignment alignment;
  names::align_names(asked.tokens(), tokens, alignment);
  return alignment.total;
}

}  // namespace darvaza::index
