#include "index/index_builder.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

#include "index/document_tables.h"
#include "index/entry_tables.h"
#include "index/dictionary.h"
#include "index/format_limits.h"
#include "index/name_postings.h"
#include "index/similar_store.h"
#include "index/section_file.h"
#include "names/person_name.h"
#include "names/tables_fingerprint.h"

namespace darvaza::index {
namespace {

using romanize::Sounds;

struct SoundsHash {
  std::size_t operator()(const Sounds& sounds) const {
    return std::hash<std::string_view>{}({reinterpret_cast<const char*>(&sounds), sizeof sounds});
  }
};

unsigned thread_count() { return std::max(1u, std::thread::hardware_concurrency()); }

}  // namespace

struct IndexBuilder::State {
  StringPool strings;
  std::vector<StringRef> sources;
  EntryTables entries{strings};
  DocumentTables documents{strings};
  std::vector<NameRecord> names;
  std::string name_texts;
  std::vector<NameToken> name_tokens;  ///< with provisional token numbers until write()
  std::vector<NameFacts> name_facts;   ///< by name
  std::vector<StateCode> posted_states;
  std::unordered_map<Sounds, std::uint32_t, SoundsHash> provisional;
  std::vector<Sounds> tokens;  ///< by provisional number
  std::uint64_t largest_table = 0;  ///< records in the largest table made by finish()
  std::uint64_t unsearchable = 0;

  void add_name(std::string_view text, NameGrade grade, const NameFacts& facts);
  NameFacts facts_of(const WatchlistEntry& entry);
  NameRecord next_name(NameGrade grade) const;
  std::string beyond_limits() const;
  Sections finish(const Progress& progress);

 private:
  std::span<const NameToken> tokens_of(std::size_t name) const {
    return std::span(name_tokens).subspan(names[name].tokens(), names[name + 1].tokens() - names[name].tokens());
  }
  void sort_tokens();
  std::vector<std::uint32_t> count_names() const;
  void finish_dictionary(Sections& sections, const Progress& progress);
  void finish_postings(Sections& sections);
};

IndexBuilder::IndexBuilder() : state_(std::make_unique<State>()) {}
IndexBuilder::~IndexBuilder() = default;
IndexBuilder::IndexBuilder(IndexBuilder&&) noexcept = default;
IndexBuilder& IndexBuilder::operator=(IndexBuilder&&) noexcept = default;

NameRecord IndexBuilder::State::next_name(NameGrade grade) const {
  return {static_cast<std::uint32_t>(name_texts.size()),
          (static_cast<std::uint32_t>(name_tokens.size()) & NameRecord::kTokensMask) | static_cast<std::uint32_t>(grade) << NameRecord::kGradeShift};
}

void IndexBuilder::State::add_name(std::string_view text, NameGrade grade, const NameFacts& facts) {
  name_facts.push_back(facts);
  names.push_back(next_name(grade));
  name_texts += text;
  const names::PersonName parsed = names::parse_name(text);
  unsearchable += parsed.tokens.empty();
  for (const names::Token& token : parsed.tokens) {
    const auto [place, added] = provisional.try_emplace(token.sounds, static_cast<std::uint32_t>(tokens.size()));
    if (added) tokens.push_back(token.sounds);
    name_tokens.push_back({place->second | static_cast<std::uint32_t>(token.role) << 28});
  }
}

void IndexBuilder::add(const WatchlistEntry& entry) {
  state_->entries.add(entry, static_cast<std::uint32_t>(state_->names.size()));
  const NameFacts facts = state_->facts_of(entry);
  for (const ListedName& name : entry.names) state_->add_name(name.text, name.grade, facts);
  if (entry.names.empty()) state_->add_name({}, NameGrade::primary, facts);
}

/// States are numbered as they come: the numbers depend on the records and their order alone.
NameFacts IndexBuilder::State::facts_of(const WatchlistEntry& entry) {
  NameFacts facts{kNoState, date_codes(entry.birth_dates)};
  if (entry.nationalities.empty()) return facts;
  facts.state = kAnyState;
  if (entry.nationalities.size() > 1) return facts;
  const auto known = std::find(posted_states.begin(), posted_states.end(), entry.nationalities.front());
  const auto number = static_cast<std::size_t>(known - posted_states.begin()) + 1;
  if (number >= kAnyState) return facts;
  if (known == posted_states.end()) posted_states.push_back(entry.nationalities.front());
  facts.state = static_cast<StateNumber>(number);
  return facts;
}

void IndexBuilder::add(const LostDocument& document) { state_->documents.add(document); }

void IndexBuilder::add_source(std::string json) { state_->sources.push_back(state_->strings.append(json)); }

std::uint64_t IndexBuilder::unsearchable_names() const { return state_->unsearchable; }

/// Puts the dictionary in order and renumbers the tokens of names. Numbers given while reading depend
/// on the order of reading, sorted ones only on what was read.
void IndexBuilder::State::sort_tokens() {
  const std::vector<std::uint32_t> order = in_dictionary_order(tokens);
  std::vector<std::uint32_t> rank(tokens.size());
  std::vector<Sounds> sorted;
  sorted.reserve(tokens.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    rank[order[i]] = i;
    sorted.push_back(tokens[order[i]]);
  }
  tokens = std::move(sorted);
  for (NameToken& token : name_tokens) token.packed = rank[token.token()] | (token.packed & 0xf000'0000u);
}

/// In how many names each token is.
std::vector<std::uint32_t> IndexBuilder::State::count_names() const {
  std::vector<std::uint32_t> frequencies(tokens.size());
  for (std::size_t name = 0; name + 1 < names.size(); ++name) {
    const auto all = tokens_of(name);
    for (auto token = all.begin(); token != all.end(); ++token) {
      const bool met = std::any_of(all.begin(), token, [&](NameToken before) { return before.token() == token->token(); });
      if (!met) ++frequencies[token->token()];
    }
  }
  return frequencies;
}

void IndexBuilder::State::finish_dictionary(Sections& sections, const Progress& progress) {
  std::vector<std::uint32_t> frequencies = count_names();
  DictionaryTables tables = DictionaryTables::of(tokens);
  if (progress) progress(0.2);
  SimilarStore store = store_similar(tables.view(tokens), frequencies, names.size() - 1, thread_count(), [&](double share) {
    if (progress) progress(0.2 + 0.5 * share);
  });
  largest_table = std::max<std::uint64_t>({tables.skeletons.groups.size(), tables.prefixes.groups.size(), store.bytes.size()});
  sections[SectionId::token_groups] = SectionBytes(std::move(tables.groups));
  sections[SectionId::token_slots] = SectionBytes(std::move(tables.slots));
  sections[SectionId::token_frequencies] = SectionBytes(std::move(frequencies));
  sections[SectionId::token_rarities] = SectionBytes(std::move(store.rarities));
  sections[SectionId::similar_begin] = SectionBytes(std::vector<std::uint32_t>(store.begin.begin(), store.begin.end()));
  sections[SectionId::similar_tokens] = SectionBytes(std::move(store.bytes));
  sections[SectionId::skeletons] = SectionBytes(std::move(tables.skeletons.keys));
  sections[SectionId::skeleton_groups] = SectionBytes(std::move(tables.skeletons.groups));
  sections[SectionId::prefixes] = SectionBytes(std::move(tables.prefixes.keys));
  sections[SectionId::prefix_groups] = SectionBytes(std::move(tables.prefixes.groups));
}

void IndexBuilder::State::finish_postings(Sections& sections) {
  PostingBuilder builder(tokens);
  for (std::size_t name = 0; name + 1 < names.size(); ++name) builder.count(tokens_of(name));
  builder.begin_adding();
  for (std::size_t name = 0; name + 1 < names.size(); ++name) builder.add(static_cast<NameId>(name), tokens_of(name), name_facts[name]);
  PostingTables tables = builder.finish(thread_count());
  name_facts = {};
  largest_table = std::max<std::uint64_t>(largest_table, tables.others.size());
  sections[SectionId::postings_begin] = SectionBytes(std::move(tables.begin));
  sections[SectionId::posting_others] = SectionBytes(std::move(tables.others));
  sections[SectionId::posting_names] = SectionBytes(std::move(tables.names));
  sections[SectionId::posting_states] = SectionBytes(std::move(tables.states));
  sections[SectionId::posting_years] = SectionBytes(std::move(tables.years));
  sections[SectionId::posting_days] = SectionBytes(std::move(tables.days));
  sections[SectionId::posted_states] = SectionBytes(std::move(posted_states));
}

std::string IndexBuilder::State::beyond_limits() const {
  return index::beyond_limits({.names = names.size(),
                               .name_tokens = name_tokens.size(),
                               .tokens = tokens.size(),
                               .largest_table = largest_table,
                               .documents = std::max<std::uint64_t>(documents.size(), entries.documents().size()),
                               .facts = entries.most_records(),
                               .text_bytes = std::max({strings.size(), std::uint64_t{name_texts.size()}, entries.text_bytes()})});
}

Sections IndexBuilder::State::finish(const Progress& progress) {
  Sections sections;
  const auto name_count = static_cast<std::uint32_t>(names.size());
  names.push_back(next_name({}));
  sort_tokens();
  finish_dictionary(sections, progress);
  finish_postings(sections);
  documents.finish(entries.documents(), sections);
  entries.finish(name_count, sections);
  return sections;
}

Result<std::uint64_t> IndexBuilder::write(const std::filesystem::path& path, const Progress& progress) {
  State& s = *state_;
  const auto refuse = [&](std::string text) { return fail(ErrorCode::input_refused, std::move(text), path.string()); };
  if (std::string text = s.beyond_limits(); !text.empty()) return refuse(std::move(text));
  Sections sections = s.finish(progress);
  // Keys and normalised numbers are counted only now.
  if (std::string text = s.beyond_limits(); !text.empty()) return refuse(std::move(text));
  sections[SectionId::sources] = SectionBytes(std::move(s.sources));
  sections[SectionId::strings] = SectionBytes(s.strings.take());
  sections[SectionId::names] = SectionBytes(std::move(s.names));
  sections[SectionId::name_texts] = SectionBytes(std::move(s.name_texts));
  sections[SectionId::name_tokens] = SectionBytes(std::move(s.name_tokens));
  sections[SectionId::tokens] = SectionBytes(std::move(s.tokens));
  if (progress) progress(0.8);
  auto written = write_section_file(path, sections, names::tables_fingerprint());
  if (progress) progress(1);
  return written;
}

}  // namespace darvaza::index
