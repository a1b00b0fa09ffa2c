#include "index/index_builder.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "index/document_tables.h"
#include "index/entry_tables.h"
#include "index/format_limits.h"
#include "index/key_tables.h"
#include "index/section_file.h"
#include "names/person_name.h"
#include "names/skeleton.h"
#include "names/tables_fingerprint.h"

namespace darvaza::index {
namespace {

using romanize::Sounds;

struct SoundsHash {
  std::size_t operator()(const Sounds& sounds) const {
    return std::hash<std::string_view>{}({reinterpret_cast<const char*>(&sounds), sizeof sounds});
  }
};

}  // namespace

struct IndexBuilder::State {
  StringPool strings;
  std::vector<StringRef> sources;
  EntryTables entries{strings};
  DocumentTables documents{strings};
  std::vector<NameRecord> names;
  std::string name_texts;
  std::vector<NameToken> name_tokens;  ///< with provisional token numbers until write()
  std::unordered_map<Sounds, std::uint32_t, SoundsHash> provisional;
  std::vector<Sounds> tokens;  ///< by provisional number
  std::uint64_t filed_tokens = 0;
  std::uint64_t unsearchable = 0;

  void add_name(std::string_view text, NameGrade grade);
  NameRecord next_name(NameGrade grade) const;
  std::string beyond_limits() const;
  Sections finish(const Progress& progress);

 private:
  void sort_tokens();
  void finish_postings(Sections& sections) const;
  void finish_keys(Sections& sections, const Progress& progress);
};

IndexBuilder::IndexBuilder() : state_(std::make_unique<State>()) {}
IndexBuilder::~IndexBuilder() = default;
IndexBuilder::IndexBuilder(IndexBuilder&&) noexcept = default;
IndexBuilder& IndexBuilder::operator=(IndexBuilder&&) noexcept = default;

NameRecord IndexBuilder::State::next_name(NameGrade grade) const {
  return {static_cast<std::uint32_t>(name_texts.size()),
          (static_cast<std::uint32_t>(name_tokens.size()) & NameRecord::kTokensMask) | static_cast<std::uint32_t>(grade) << NameRecord::kGradeShift};
}

void IndexBuilder::State::add_name(std::string_view text, NameGrade grade) {
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
  for (const ListedName& name : entry.names) state_->add_name(name.text, name.grade);
  if (entry.names.empty()) state_->add_name({}, NameGrade::primary);
}

void IndexBuilder::add(const LostDocument& document) { state_->documents.add(document); }

void IndexBuilder::add_source(std::string json) { state_->sources.push_back(state_->strings.append(json)); }

std::uint64_t IndexBuilder::unsearchable_names() const { return state_->unsearchable; }

/// Puts the dictionary in order and renumbers the tokens of names. Numbers given while reading depend
/// on the order of reading, sorted ones only on what was read.
void IndexBuilder::State::sort_tokens() {
  std::vector<std::uint32_t> order(tokens.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return tokens[a] < tokens[b]; });
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

/// Counts, then places: the names of a token come out ascending without any sorting.
void IndexBuilder::State::finish_postings(Sections& sections) const {
  std::vector<std::uint32_t> begin(tokens.size() + 1), postings;
  const auto each_token_once = [&](auto use) {
    for (std::uint32_t name = 0; name + 1 < names.size(); ++name) {
      const auto all = std::span(name_tokens).subspan(names[name].tokens(), names[name + 1].tokens() - names[name].tokens());
      for (auto token = all.begin(); token != all.end(); ++token) {
        const bool met = std::any_of(all.begin(), token, [&](NameToken before) { return before.token() == token->token(); });
        if (!met) use(token->token(), name);
      }
    }
  };
  each_token_once([&](TokenId token, NameId) { ++begin[token + 1]; });
  for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
  postings.resize(begin.back());
  std::vector<std::uint32_t> next(begin);
  each_token_once([&](TokenId token, NameId name) { postings[next[token]++] = name; });
  sections[SectionId::postings_begin] = SectionBytes(std::move(begin));
  sections[SectionId::postings] = SectionBytes(std::move(postings));
}

void IndexBuilder::State::finish_keys(Sections& sections, const Progress& progress) {
  KeyTable skeletons = key_table(tokens, names::skeleton_keys);
  if (progress) progress(0.4);
  KeyTable prefixes = key_table(tokens, names::prefix_keys);
  if (progress) progress(0.6);
  filed_tokens = std::max(skeletons.tokens.size(), prefixes.tokens.size());
  sections[SectionId::skeletons] = SectionBytes(std::move(skeletons.keys));
  sections[SectionId::skeleton_tokens] = SectionBytes(std::move(skeletons.tokens));
  sections[SectionId::prefixes] = SectionBytes(std::move(prefixes.keys));
  sections[SectionId::prefix_tokens] = SectionBytes(std::move(prefixes.tokens));
}

std::string IndexBuilder::State::beyond_limits() const {
  return index::beyond_limits({.names = names.size(),
                               .name_tokens = name_tokens.size(),
                               .tokens = tokens.size(),
                               .filed_tokens = filed_tokens,
                               .documents = std::max<std::uint64_t>(documents.size(), entries.documents().size()),
                               .facts = entries.most_records(),
                               .text_bytes = std::max({strings.size(), std::uint64_t{name_texts.size()}, entries.text_bytes()})});
}

Sections IndexBuilder::State::finish(const Progress& progress) {
  Sections sections;
  const auto name_count = static_cast<std::uint32_t>(names.size());
  names.push_back(next_name({}));
  sort_tokens();
  finish_postings(sections);
  if (progress) progress(0.2);
  finish_keys(sections, progress);
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
  if (progress) progress(0.7);
  auto written = write_section_file(path, sections, names::tables_fingerprint());
  if (progress) progress(1);
  return written;
}

}  // namespace darvaza::index
