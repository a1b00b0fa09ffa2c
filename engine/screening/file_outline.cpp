#include "screening/file_outline.h"

#include <algorithm>
#include <tuple>

#include "index/dictionary.h"
#include "index/name_postings.h"
#include "names/name_alignment.h"

namespace darvaza::screening {
namespace {

using index::NameId;

/// A file with more than one name in so many is rather searched at once.
constexpr std::uint64_t kSmallShare = 4;

names::PresentSounds sounds_of(const index::Index& index, NameId name) {
  names::PresentSounds sounds;
  for (const index::NameToken token : index.tokens(name)) sounds.add(index.token(token.token()));
  return sounds;
}

names::Millinats initials_of(const index::Index& index, NameId name) {
  const auto tokens = index.tokens(name);
  const auto initials = std::count_if(tokens.begin(), tokens.end(), [](index::NameToken token) { return token.role() == names::TokenRole::initial; });
  return static_cast<names::Millinats>(initials) * names::most_gain(names::TokenRole::initial);
}

/// How often each token of `own` is met in all parts.
std::vector<std::uint32_t> frequencies_in(const index::IndexSet& set, const index::Index& own) {
  std::vector<std::uint32_t> frequencies(own.token_count());
  for (index::TokenId token = 0; token < own.token_count(); ++token) {
    for (const index::SetPart& part : set.parts()) {
      if (const auto same = part.index->dictionary().find(own.token(token))) frequencies[token] += part.token_frequencies()[*same];
    }
  }
  return frequencies;
}

}  // namespace

bool FileOutline::is_worth_it(const index::IndexSet& set, std::size_t file) {
  return set.parts()[set.files()[file].part].index->name_count() <= set.name_count() / kSmallShare;
}

FileOutline::FileOutline(const index::IndexSet& set, std::size_t file)
    : index_(*set.parts()[set.files()[file].part].index),
      part_(static_cast<std::uint32_t>(set.files()[file].part)),
      name_count_(set.name_count()),
      frequencies_(frequencies_in(set, index_)),
      places_(index_.name_count(), none()) {
  const index::FileInSet& of_file = set.files()[file];
  for (NameId name = 0; name < index_.name_count(); ++name) {
    const index::EntryId entry = index_.entry_of(name);
    if (entry < of_file.first || entry >= of_file.end) continue;
    places_[name] = static_cast<std::uint32_t>(names_.size());
    OutlinedName& outlined = names_.emplace_back();
    outlined.name = name;
    outlined.has_terms = index_.has_terms(entry);
    outlined.initials = initials_of(index_, name);
    outlined.sounds = sounds_of(index_, name);
  }
  std::vector<std::vector<std::uint32_t>> holders(index_.token_count());
  for (std::uint32_t place = 0; place < names_.size(); ++place) {
    for (const index::NameToken token : index_.tokens(names_[place].name)) holders[token.token()].push_back(place);
  }
  std::vector<std::uint32_t> met;
  for (index::TokenId token = 0; token < index_.token_count(); ++token) {
    const index::PostingList list = index_.postings(token);
    met.clear();
    for (std::size_t at = 0; at < list.size(); ++at) {
      const std::uint32_t place = places_[list.names[at].name()];
      if (place == none()) continue;
      OutlinedName& name = names_[place];
      std::tie(name.state, name.year, name.day) = std::tuple(list.states[at], list.years[at], list.days[at]);
      met.push_back(place);
    }
    std::sort(met.begin(), met.end());
    met.erase(std::unique(met.begin(), met.end()), met.end());
    found_by_.add(met);
    std::vector<std::uint32_t>& held = holders[token];
    held.erase(std::unique(held.begin(), held.end()), held.end());
    holders_.add(held);
  }
}

}  // namespace darvaza::screening
