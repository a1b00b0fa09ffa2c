#include "index/index_builder.h"

#include <algorithm>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "index/document_tables.h"
#include "index/entry_tables.h"
#include "index/format_limits.h"
#include "index/key_tables.h"
#include "index/name_tables.h"
#include "index/parallel.h"
#include "index/section_file.h"
#include "index/string_pool.h"
#include "names/skeleton.h"
#include "names/tables_fingerprint.h"

namespace darvaza::index {
namespace {

/// Where the names of each token stand: postings_begin and postings.
struct Postings {
  std::vector<std::uint32_t> begin, names;
};

/// Counts, then places: the names of a token come out ascending without any sorting.
Postings postings_of(const NameTables& tables) {
  const auto each_token_once = [&](auto use) {
    const auto names = tables.names();
    for (std::uint32_t name = 0; name + 1 < names.size(); ++name) {
      const auto all = tables.name_tokens().subspan(names[name].tokens(), names[name + 1].tokens() - names[name].tokens());
      for (auto token = all.begin(); token != all.end(); ++token) {
        const bool met = std::any_of(all.begin(), token, [&](NameToken before) { return before.token() == token->token(); });
        if (!met) use(token->token(), name);
      }
    }
  };
  Postings postings{std::vector<std::uint32_t>(tables.tokens().size() + 1), {}};
  each_token_once([&](TokenId token, NameId) { ++postings.begin[token + 1]; });
  for (std::size_t i = 1; i < postings.begin.size(); ++i) postings.begin[i] += postings.begin[i - 1];
  postings.names.resize(postings.begin.back());
  std::vector<std::uint32_t> next(postings.begin);
  each_token_once([&](TokenId token, NameId name) { postings.names[next[token]++] = name; });
  return postings;
}

}  // namespace

struct IndexBuilder::State {
  explicit State(unsigned wanted_threads) : threads(thread_count(wanted_threads)) {}

  const unsigned threads;
  StringPool strings;
  std::vector<StringRef> sources;
  EntryTables entries{strings};
  DocumentTables documents{strings};
  NameTables names{threads};
  std::uint64_t filed_tokens = 0;

  std::string beyond_limits() const;
  Sections finish(const Progress& progress);
};

IndexBuilder::IndexBuilder(unsigned threads) : state_(std::make_unique<State>(threads)) {}
IndexBuilder::~IndexBuilder() = default;
IndexBuilder::IndexBuilder(IndexBuilder&&) noexcept = default;
IndexBuilder& IndexBuilder::operator=(IndexBuilder&&) noexcept = default;

void IndexBuilder::add(const WatchlistEntry& entry) {
  state_->entries.add(entry, static_cast<std::uint32_t>(state_->names.size()));
  for (const ListedName& name : entry.names) state_->names.add(name.text, name.grade);
  if (entry.names.empty()) state_->names.add({}, NameGrade::primary);
}

void IndexBuilder::add(const LostDocument& document) { state_->documents.add(document); }

void IndexBuilder::add_source(std::string json) { state_->sources.push_back(state_->strings.append(json)); }

std::uint64_t IndexBuilder::unsearchable_names() const {
  state_->names.settle();
  return state_->names.unsearchable();
}

std::string IndexBuilder::State::beyond_limits() const {
  return index::beyond_limits({.names = names.size(),
                               .name_tokens = names.name_tokens().size(),
                               .tokens = names.tokens().size(),
                               .filed_tokens = filed_tokens,
                               .documents = std::max<std::uint64_t>(documents.size(), entries.documents().size()),
                               .facts = entries.most_records(),
                               .text_bytes = std::max({strings.size(), names.text_bytes(), entries.text_bytes()})});
}

Sections IndexBuilder::State::finish(const Progress& progress) {
  const auto name_count = static_cast<std::uint32_t>(names.size());
  names.sort();
  if (progress) progress(0.2);

  Postings postings;
  KeyTable skeletons, prefixes;
  Sections sections;
  const std::function<void()> tasks[] = {
      [&] { skeletons = key_table(names.tokens(), names::skeleton_keys); },
      [&] { postings = postings_of(names); },
      [&] { prefixes = key_table(names.tokens(), names::prefix_keys); },
      [&] { documents.finish(entries.documents(), sections); },
  };
  run_all(threads, tasks);
  if (progress) progress(0.6);

  filed_tokens = std::max(skeletons.tokens.size(), prefixes.tokens.size());
  sections[SectionId::postings_begin] = SectionBytes(std::move(postings.begin));
  sections[SectionId::postings] = SectionBytes(std::move(postings.names));
  sections[SectionId::skeletons] = SectionBytes(std::move(skeletons.keys));
  sections[SectionId::skeleton_tokens] = SectionBytes(std::move(skeletons.tokens));
  sections[SectionId::prefixes] = SectionBytes(std::move(prefixes.keys));
  sections[SectionId::prefix_tokens] = SectionBytes(std::move(prefixes.tokens));
  entries.finish(name_count, sections);
  return sections;
}

Result<std::uint64_t> IndexBuilder::write(const std::filesystem::path& path, const Progress& progress) {
  State& s = *state_;
  const auto refuse = [&](std::string text) { return fail(ErrorCode::input_refused, std::move(text), path.string()); };
  s.names.settle();
  if (std::string text = s.beyond_limits(); !text.empty()) return refuse(std::move(text));
  Sections sections = s.finish(progress);
  // Keys and normalised numbers are counted only now.
  if (std::string text = s.beyond_limits(); !text.empty()) return refuse(std::move(text));
  sections[SectionId::sources] = SectionBytes(std::move(s.sources));
  sections[SectionId::strings] = SectionBytes(s.strings.take());
  s.names.finish(sections);
  if (progress) progress(0.7);
  auto written = write_section_file(path, sections, names::tables_fingerprint());
  if (progress) progress(1);
  return written;
}

}  // namespace darvaza::index
