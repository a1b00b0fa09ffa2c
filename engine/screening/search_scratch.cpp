#include "screening/search_scratch.h"

#include <utility>

namespace darvaza::screening {

SearchScratch::SearchScratch(const index::IndexSet& set) {
  parts.reserve(set.parts().size());
  for (const index::SetPart& part : set.parts()) parts.emplace_back(part, set.name_count());
}

std::uint64_t PartScratch::frequency_of(const index::Index& index, const names::Token& token) {
  const auto known = token.cut ? std::nullopt : index.dictionary().find(token.sounds);
  known ? index.stored_lookup(*known, lookup)
        : lookups.look_up(token.sounds, token.cut, lookup);
  return lookups.frequency_of(lookup.similar);
}

void SearchScratch::ask(const index::IndexSet& set, std::size_t at, names::PersonName name,
                        std::optional<std::size_t> only_part) {
  for (PartScratch& part : parts) {
    if (at == part.asked.size()) part.asked.emplace_back();
  }
  if (set.is_plain())
    return parts.front().asked[at].assign(*set.parts().front().index, std::move(name),
                                          parts.front().lookups);
  if (only_part) return ask_part(set, at, std::move(name), *only_part);
  for (std::size_t i = 0; i < parts.size(); ++i)
    parts[i].asked[at].find_tokens(*set.parts()[i].index, name, parts[i].lookups);
  for (std::size_t token = 0; token < name.tokens.size(); ++token) {
    std::uint64_t frequency = 0;
    for (const PartScratch& part : parts)
      frequency += part.lookups.frequency_of(part.asked[at].similar(token));
    const names::Millinats rarity =
        index::TokenLookups::rarity_of(name.tokens[token].sounds, frequency, set.name_count());
    for (PartScratch& part : parts) part.asked[at].set_rarity(token, rarity);
  }
  for (PartScratch& part : parts) part.asked[at].finish(part.lookups);
}

void SearchScratch::ask_part(const index::IndexSet& set, std::size_t at, names::PersonName name,
                             std::size_t only) {
  PartScratch& part = parts[only];
  AskedName& asked = part.asked[at];
  part.lookups.remember_many();
  asked.find_tokens(*set.parts()[only].index, name, part.lookups);
  for (std::size_t i = 0; i < name.tokens.size(); ++i) {
    const names::Token& token = name.tokens[i];
    const auto rarity = [&] {
      std::uint64_t frequency = part.lookups.frequency_of(asked.similar(i));
      for (std::size_t other = 0; other < parts.size(); ++other) {
        if (other != only) frequency += parts[other].frequency_of(*set.parts()[other].index, token);
      }
      return index::TokenLookups::rarity_of(token.sounds, frequency, set.name_count());
    };
    asked.set_rarity(i, token.cut ? rarity() : rarities.get(token.sounds, rarity));
  }
  asked.finish(part.lookups);
}

}  // namespace darvaza::screening
