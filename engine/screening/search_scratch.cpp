#include "screening/search_scratch.h"

#include <utility>

namespace darvaza::screening {

SearchScratch::SearchScratch(const index::IndexSet& set) {
  parts.reserve(set.parts().size());
  for (const index::SetPart& part : set.parts()) parts.emplace_back(part, set.name_count());
}

std::uint64_t PartScratch::frequency_of(const index::Index& index, const names::Token& token) {
  const auto look_up = [&] {
    const auto known = token.cut ? std::nullopt : index.dictionary().find(token.sounds);
    known ? index.stored_lookup(*known, lookup)
          : lookups.look_up(token.sounds, token.cut, lookup);
    return lookups.frequency_of(lookup.similar);
  };
  return token.cut ? look_up() : frequencies.get(token.sounds, look_up);
}

void SearchScratch::ask(const index::IndexSet& set, std::size_t at, names::PersonName name,
                        std::optional<std::size_t> only_part) {
  for (PartScratch& part : parts) {
    if (at == part.asked.size()) part.asked.emplace_back();
  }
  if (set.is_plain())
    return parts.front().asked[at].assign(*set.parts().front().index, std::move(name),
                                          parts.front().lookups);
  const auto is_asked = [&](std::size_t part) { return !only_part || *only_part == part; };
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!is_asked(i)) continue;
    if (only_part) parts[i].lookups.remember_many();
    parts[i].asked[at].find_tokens(*set.parts()[i].index, name, parts[i].lookups);
  }
  for (std::size_t token = 0; token < name.tokens.size(); ++token) {
    std::uint64_t frequency = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      PartScratch& part = parts[i];
      frequency += is_asked(i) ? part.lookups.frequency_of(part.asked[at].similar(token))
                               : part.frequency_of(*set.parts()[i].index, name.tokens[token]);
    }
    const names::Millinats rarity =
        index::TokenLookups::rarity_of(name.tokens[token].sounds, frequency, set.name_count());
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (is_asked(i)) parts[i].asked[at].set_rarity(token, rarity);
    }
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (is_asked(i)) parts[i].asked[at].finish(parts[i].lookups);
  }
}

}  // namespace darvaza::screening
