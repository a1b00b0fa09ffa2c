#include "index/search_tables.h"

#include <algorithm>
#include <span>
#include <utility>

#include "index/dictionary.h"
#include "index/similar_store.h"

namespace darvaza::index {
namespace {

std::span<const NameToken> tokens_of(const NameTables& names, std::size_t name) {
  const auto records = names.names();
  return names.name_tokens().subspan(records[name].tokens(), records[name + 1].tokens() - records[name].tokens());
}

/// In how many names each token is.
std::vector<std::uint32_t> count_names(const NameTables& names) {
  std::vector<std::uint32_t> frequencies(names.tokens().size());
  for (std::size_t name = 0; name + 1 < names.names().size(); ++name) {
    const auto all = tokens_of(names, name);
    for (auto token = all.begin(); token != all.end(); ++token) {
      const bool met = std::any_of(all.begin(), token, [&](NameToken before) { return before.token() == token->token(); });
      if (!met) ++frequencies[token->token()];
    }
  }
  return frequencies;
}

}  // namespace

void SearchTables::add_name_of(const WatchlistEntry& entry) {
  const NameFacts facts = facts_of(entry);
  dated_.add(static_cast<NameId>(facts_.size()), entry.birth_dates, facts.state);
  facts_.push_back(facts);
}

/// States are numbered as they come: the numbers depend on the records and their order alone.
NameFacts SearchTables::facts_of(const WatchlistEntry& entry) {
  NameFacts facts{kNoState, date_codes(entry.birth_dates)};
  if (entry.nationalities.empty()) return facts;
  facts.state = kAnyState;
  if (entry.nationalities.size() > 1) return facts;
  const auto known = std::find(states_.begin(), states_.end(), entry.nationalities.front());
  const auto number = static_cast<std::size_t>(known - states_.begin()) + 1;
  if (number >= kAnyState) return facts;
  if (known == states_.end()) states_.push_back(entry.nationalities.front());
  facts.state = static_cast<StateNumber>(number);
  return facts;
}

void SearchTables::finish(const NameTables& names, unsigned threads, Sections& sections, const std::function<void(double)>& progress) {
  constexpr double kShareOfDictionary = 0.8;
  DictionaryTables tables = DictionaryTables::of(names.tokens());
  const Dictionary dictionary = tables.view(names.tokens());
  finish_similar(names, dictionary, threads, sections, [&](double share) { progress(kShareOfDictionary * share); });
  finish_postings(names, dictionary, threads, sections);
  finish_dictionary(std::move(tables), sections);
  DatedNames dated = dated_.finish(threads);
  largest_ = std::max<std::uint64_t>(largest_, dated.names.size());
  sections[SectionId::dated_begin] = SectionBytes(std::move(dated.begin));
  sections[SectionId::dated_names] = SectionBytes(std::move(dated.names));
  sections[SectionId::dated_states] = SectionBytes(std::move(dated.states));
  progress(1);
}

void SearchTables::finish_similar(const NameTables& names, const Dictionary& dictionary, unsigned threads, Sections& sections,
                                  const std::function<void(double)>& progress) {
  std::vector<std::uint32_t> frequencies = count_names(names);
  SimilarStore store = store_similar(dictionary, frequencies, names.names().size() - 1, threads, progress);
  largest_ = std::max<std::uint64_t>(largest_, store.bytes.size());
  sections[SectionId::token_frequencies] = SectionBytes(std::move(frequencies));
  sections[SectionId::token_rarities] = SectionBytes(std::move(store.rarities));
  sections[SectionId::similar_begin] = SectionBytes(std::vector<std::uint32_t>(store.begin.begin(), store.begin.end()));
  sections[SectionId::similar_tokens] = SectionBytes(std::move(store.bytes));
}

void SearchTables::finish_dictionary(DictionaryTables tables, Sections& sections) {
  largest_ = std::max<std::uint64_t>({largest_, tables.skeletons.groups.size(), tables.prefixes.groups.size()});
  sections[SectionId::token_groups] = SectionBytes(std::move(tables.groups));
  sections[SectionId::token_slots] = SectionBytes(std::move(tables.slots));
  sections[SectionId::skeletons] = SectionBytes(std::move(tables.skeletons.keys));
  sections[SectionId::skeleton_groups] = SectionBytes(std::move(tables.skeletons.groups));
  sections[SectionId::prefixes] = SectionBytes(std::move(tables.prefixes.keys));
  sections[SectionId::prefix_groups] = SectionBytes(std::move(tables.prefixes.groups));
}

void SearchTables::finish_postings(const NameTables& names, const Dictionary& dictionary, unsigned threads, Sections& sections) {
  PostingBuilder builder(dictionary);
  for (std::size_t name = 0; name < facts_.size(); ++name) builder.count(tokens_of(names, name));
  builder.begin_adding();
  for (std::size_t name = 0; name < facts_.size(); ++name) builder.add(static_cast<NameId>(name), tokens_of(names, name), facts_[name]);
  facts_ = {};
  PostingTables tables = builder.finish(threads);
  largest_ = std::max<std::uint64_t>(largest_, tables.words.size());
  sections[SectionId::postings_begin] = SectionBytes(std::move(tables.begin));
  sections[SectionId::postings] = SectionBytes(std::move(tables.words));
  sections[SectionId::posted_states] = SectionBytes(std::move(states_));
}

}  // namespace darvaza::index
