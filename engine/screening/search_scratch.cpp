#include "screening/search_scratch.h"

#include <utility>

namespace darvaza::screening {

SearchScratch::SearchScratch(const index::IndexSet& set) {
  parts.reserve(set.parts().size());
  for (const index::SetPart& part : set.parts()) parts.emplace_back(part, set.name_count());
}

void SearchScratch::ask(const index::IndexSet& set, std::size_t at, names::PersonName name) {
  for (PartScratch& part : parts) {
    if (at == part.asked.size()) part.asked.emplace_back();
  }
  if (set.is_plain()) return parts.front().asked[at].assign(*set.parts().front().index, std::move(name), parts.front().lookups);
  for (std::size_t i = 0; i < parts.size(); ++i) parts[i].asked[at].find_tokens(*set.parts()[i].index, name, parts[i].lookups);
  for (std::size_t token = 0; token < name.tokens.size(); ++token) {
    std::uint64_t frequency = 0;
    for (const PartScratch& part : parts) frequency += part.lookups.frequency_of(part.asked[at].similar(token));
    const names::Millinats rarity = index::TokenLookups::rarity_of(name.tokens[token].sounds, frequency, set.name_count());
    for (PartScratch& part : parts) part.asked[at].set_rarity(token, rarity);
  }
  for (PartScratch& part : parts) part.asked[at].finish(part.lookups);
}

}  // namespace darvaza::screening
