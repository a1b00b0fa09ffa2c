#include "screening/changed_records.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "index/document_identity.h"
#include "index/section_file.h"
#include "lists/snapshot_line.h"

namespace darvaza::screening {
namespace {

index::Digest digest_of(std::string_view text) {
  return index::digest_of(std::as_bytes(std::span(text)));
}

std::string key_of(const WatchlistEntry& entry) {
  std::string key = entry.list;
  key += '\0';
  return key + entry.id;
}

index::Digest digest_of(const LostDocument& document) {
  return digest_of(document.list + '\n' + index::identity_of(document));
}

}  // namespace

Result<ListContents> ListContents::of(std::span<const std::filesystem::path> sources) {
  ListContents contents;
  const ListSink sink{
      [&](WatchlistEntry&& entry) { contents.add(entry); },
      [&](LostDocument&& document) { contents.add(document); },
      [&](std::string_view list, const EntryTerms&) { contents.with_terms_.emplace(list); }};
  auto read = read_lists(sources, sink);
  if (!read) return tl::unexpected(std::move(read.error()));
  for (SourceSummary& source : *read) {
    if (source.format != ListFormat::list_terms_csv) contents.lists_.insert(std::move(source.list));
  }
  return contents;
}

void ListContents::add(const WatchlistEntry& entry) {
  states_.add(entry);
  Sum& sum = persons_[key_of(entry)];
  const auto line = lists::to_snapshot_line(entry);
  if (!line) {  // a line could not give it back in every field
    sum.is_whole = false;
    return;
  }
  const index::Digest digest = digest_of(*line);
  sum.low += digest.low;
  sum.high += digest.high;
}

void ListContents::add(const LostDocument& document) {
  states_.add(document);
  const index::Digest digest = digest_of(document);
  documents_[digest.low] = digest.high;
}

bool ListContents::agrees(const ListContents& other, const WatchlistEntry& entry) const {
  const std::string key = key_of(entry);
  const auto own = persons_.find(key), others = other.persons_.find(key);
  return own != persons_.end() && others != other.persons_.end() &&
         own->second.agrees(others->second);
}

bool ListContents::holds(const LostDocument& document) const {
  const index::Digest digest = digest_of(document);
  const auto known = documents_.find(digest.low);
  return known != documents_.end() && known->second == digest.high;
}

std::vector<std::string> ListContents::lists_without(const ListContents& after) const {
  std::vector<std::string> lists;
  std::set_difference(lists_.begin(), lists_.end(), after.lists_.begin(), after.lists_.end(), std::back_inserter(lists));
  return lists;
}

void ListContents::add_removals(const ListContents& after, index::IndexBuilder& builder) const {
  std::vector<std::string_view> removed;
  for (const auto& [key, sum] : persons_) {
    if (!after.persons_.contains(key)) removed.push_back(key);
  }
  std::sort(removed.begin(), removed.end());
  for (const std::string_view key : removed)
    builder.add_removal(key.substr(0, key.find('\0')), key.substr(key.find('\0') + 1));
  for (const std::string& list : with_terms_) {
    if (!after.with_terms_.contains(list)) builder.add_list_terms(list, {});
  }
}

}  // namespace darvaza::screening
