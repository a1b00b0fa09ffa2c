#include "index/index_builder.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/document_identity.h"
#include "index/document_tables.h"
#include "index/entry_tables.h"
#include "index/format_limits.h"
#include "index/name_tables.h"
#include "index/parallel.h"
#include "index/search_tables.h"
#include "index/section_file.h"
#include "index/string_pool.h"
#include "index/terms_tables.h"
#include "names/person_name.h"
#include "names/tables_fingerprint.h"

namespace darvaza::index {
struct IndexBuilder::State {
  explicit State(unsigned wanted_threads) : threads(thread_count(wanted_threads)) {}

  const unsigned threads;
  StringPool strings;
  std::vector<StringRef> sources;
  TermsTables terms{strings};
  EntryTables entries{strings, terms};
  DocumentTables documents{strings};
  NameTables names{threads};
  SearchTables search;
  std::vector<RemovalRecord> removals;

  void add_name(const WatchlistEntry& entry, std::string_view text, NameGrade grade) {
    names.add(text, grade, NameTables::ReadAs::usual);
    search.add_name_of(entry);
    if (!names::has_glued_reading(text)) return;
    names.add(text, grade, NameTables::ReadAs::glued);
    search.add_name_of(entry);
  }
  std::string beyond_limits() const;
  Sections finish(const Progress& progress);
  /// All sections, or what the lists hold too much of.
  tl::expected<Sections, std::string> finish_all(const Progress& progress);
};

IndexBuilder::IndexBuilder(unsigned threads) : state_(std::make_unique<State>(threads)) {}
IndexBuilder::~IndexBuilder() = default;
IndexBuilder::IndexBuilder(IndexBuilder&&) noexcept = default;
IndexBuilder& IndexBuilder::operator=(IndexBuilder&&) noexcept = default;

void IndexBuilder::number_states_like(const Index& other) { state_->search.number_states_like(other.posted_states()); }

void IndexBuilder::add(const WatchlistEntry& entry) {
  state_->entries.add(entry, static_cast<std::uint32_t>(state_->names.size()));
  for (const ListedName& name : entry.names) state_->add_name(entry, name.text, name.grade);
  if (entry.names.empty()) state_->add_name(entry, {}, NameGrade::primary);
}

void IndexBuilder::add(const LostDocument& document) { state_->documents.add(document); }

void IndexBuilder::add_list_terms(std::string_view list, const EntryTerms& terms) { state_->terms.add_list(list, terms); }

void IndexBuilder::add_removal(std::string_view list, std::string_view id) {
  State& s = *state_;
  s.removals.push_back({s.strings.share(list), s.strings.append(id), 0});
}

void IndexBuilder::add_removal(const LostDocument& document) {
  State& s = *state_;
  s.removals.push_back({s.strings.share(document.list), s.strings.append(identity_of(document)), 1});
}

void IndexBuilder::add_source(std::string json) { state_->sources.push_back(state_->strings.append(json)); }

std::uint64_t IndexBuilder::unsearchable_names() const {
  state_->names.settle();
  return state_->names.unsearchable();
}

std::string IndexBuilder::State::beyond_limits() const {
  return index::beyond_limits({.names = names.size(),
                               .name_tokens = names.name_tokens().size(),
                               .tokens = names.tokens().size(),
                               .largest_table = search.largest(),
                               .documents = documents.largest() + entries.documents().size(),
                               .facts = std::max(entries.most_records(), terms.most_records()),
                               .text_bytes = std::max({strings.size(), names.text_bytes(), entries.text_bytes()})});
}

Sections IndexBuilder::State::finish(const Progress& progress) {
  const auto name_count = static_cast<std::uint32_t>(names.size());
  names.sort();
  if (progress) progress(0.2);

  Sections sections;
  documents.finish(entries.documents(), threads, sections);
  search.finish(names, threads, sections, [&](double share) {
    if (progress) progress(0.2 + 0.6 * share);
  });
  entries.finish(name_count, sections);
  terms.finish(sections);
  return sections;
}

tl::expected<Sections, std::string> IndexBuilder::State::finish_all(const Progress& progress) {
  names.settle();
  if (std::string text = beyond_limits(); !text.empty()) return tl::unexpected(std::move(text));
  Sections sections = finish(progress);
  // Search tables and normalised numbers are counted only now.
  if (std::string text = beyond_limits(); !text.empty()) return tl::unexpected(std::move(text));
  sections[SectionId::sources] = SectionBytes(std::move(sources));
  sections[SectionId::removals] = SectionBytes(std::move(removals));
  sections[SectionId::strings] = SectionBytes(strings.take());
  names.finish(sections);
  return sections;
}

Result<std::uint64_t> IndexBuilder::write(const std::filesystem::path& path, const Progress& progress) {
  auto sections = state_->finish_all(progress);
  if (!sections) return fail(ErrorCode::input_refused, std::move(sections.error()), path.string());
  if (progress) progress(0.8);
  auto written = write_section_file(path, *sections, names::tables_fingerprint());
  if (progress) progress(1);
  return written;
}

Result<Index> IndexBuilder::build() {
  const auto sections = state_->finish_all({});
  if (!sections) return fail(ErrorCode::input_refused, sections.error());
  return Index::of(SectionFile::in_memory(*sections, names::tables_fingerprint()));
}

}  // namespace darvaza::index
