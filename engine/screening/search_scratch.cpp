#include "screening/search_scratch.h"

#include <utility>

namespace darvaza::screening {

SearchScratch::SearchScratch(const index::IndexSet& set) {
  parts.reserve(set.parts().size());
  for (const index::SetPart& part : set.parts()) parts.emplace_back(part, set.name_count());
}

std::uint64_t PartScratch::frequency_of(const index::Index& index, const names::Token& token) {
  if (const auto known = stored_frequency_of(index, token)) return *known;
  lookups.look_up(token.sounds, token.cut, lookup);
  return lookups.frequency_of(lookup.similar);
}

std::optional<std::uint64_t> PartScratch::stored_frequency_of(const index::Index& index,
                                                              const names::Token& token) {
  const auto known = token.cut ? std::nullopt : index.dictionary().find(token.sounds);
  if (!known) return std::nullopt;
  index.stored_lookup(*known, lookup);
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
  parts[only].lookups.remember_many();
  parts[only].asked[at].find_tokens(*set.parts()[only].index, std::move(name), parts[only].lookups);
  weigh(set, at, only, Rarity::at_most);
}

void SearchScratch::weigh_exactly(const index::IndexSet& set, std::size_t names,
                                  std::size_t only) {
  for (std::size_t at = 0; at < names; ++at) weigh(set, at, only, Rarity::exact);
  rarity_is_bound = false;
}

void SearchScratch::weigh(const index::IndexSet& set, std::size_t at, std::size_t only,
                          Rarity wanted) {
  AskedName& asked = parts[only].asked[at];
  for (std::size_t i = 0; i < asked.name().tokens.size(); ++i) {
    asked.set_rarity(
        i, rarity_of(set, asked.name().tokens[i], asked.similar(i), only, wanted));
  }
  asked.finish(parts[only].lookups);
}

names::Millinats SearchScratch::rarity_of(const index::IndexSet& set, const names::Token& token,
                                          std::span<const index::SimilarToken> similar,
                                          std::size_t only, Rarity wanted) {
  if (const auto known = token.cut ? std::nullopt : rarities.find(token.sounds)) return *known;
  std::uint64_t frequency = parts[only].lookups.frequency_of(similar);
  bool is_exact = true;
  for (std::size_t other = 0; other < parts.size(); ++other) {
    if (other == only) continue;
    const index::Index& index = *set.parts()[other].index;
    if (wanted == Rarity::exact) {
      frequency += parts[other].frequency_of(index, token);
    } else if (const auto stored = parts[other].stored_frequency_of(index, token)) {
      frequency += *stored;
    } else {
      is_exact = false;
    }
  }
  const auto rarity = index::TokenLookups::rarity_of(token.sounds, frequency, set.name_count());
  if (is_exact && !token.cut) rarities.put(token.sounds, rarity);
  rarity_is_bound = rarity_is_bound || !is_exact;
  return rarity;
}

}  // namespace darvaza::screening
