#include "index/index_set.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "index/document_identity.h"
#include "index/entry_record.h"
#include "index/index_builder.h"

namespace darvaza::index {
namespace {

std::string document_key(const LostDocument& document) {
  return document.list + '\n' + identity_of(document);
}
std::string document_key(const Index::Removal& removal) {
  return std::string(removal.list) + '\n' + std::string(removal.what);
}

/// Identifiers by list, and a filter before them: of a million entries hardly one is asked for.
class Identifiers {
 public:
  bool empty() const { return lists_.empty(); }
  void add(std::string_view list, std::string_view id) {
    lists_[list].insert(id);
    filter_[place_of(id)] = true;
  }
  bool holds(std::string_view list, std::string_view id) const {
    if (!filter_[place_of(id)]) return false;
    const auto ids = lists_.find(list);
    return ids != lists_.end() && ids->second.contains(id);
  }

 private:
  static constexpr std::size_t kPlaces = std::size_t{1} << 20;
  static std::size_t place_of(std::string_view id) {
    return std::hash<std::string_view>{}(id) % kPlaces;
  }

  std::unordered_map<std::string_view, std::unordered_set<std::string_view>> lists_;
  std::vector<bool> filter_ = std::vector<bool>(kPlaces);
};

/// Takes the names of an entry out of what the tokens are counted in.
void discount(const Index& index, EntryId id, std::vector<std::uint32_t>& frequencies) {
  const EntryView entry = index.entry(id);
  for (NameId name = entry.first_name; name < entry.first_name + entry.name_count; ++name) {
    const std::span<const NameToken> tokens = index.tokens(name);
    for (auto token = tokens.begin(); token != tokens.end(); ++token) {
      const bool met = std::any_of(tokens.begin(), token, [&](NameToken before) {
        return before.token() == token->token();
      });
      std::uint32_t& count = frequencies[token->token()];
      if (!met && count != 0) --count;
    }
  }
}

std::uint32_t names_of(const Index& index, EntryId id) { return index.entry(id).name_count; }

std::uint64_t weight_of(const Index& index) {
  return index.entry_count() + index.info().lost_documents;
}

}  // namespace

Result<IndexSet> IndexSet::of(std::vector<FileInSet> files) {
  IndexSet set;
  set.superseded_.resize(files.size());
  set.files_ = std::move(files);
  for (FileInSet& file : set.files_) file.end = file.index->entry_count();
  if (set.files_.size() == 1) {
    set.add_part(set.files_.front().index, {}, 0);
    return set;
  }
  set.rank_lists();
  set.find_superseded();
  set.find_removed_documents();
  const std::vector<std::size_t> small = set.small_files();
  for (std::size_t file = 0; file < set.files_.size(); ++file) {
    if (std::find(small.begin(), small.end(), file) != small.end()) continue;
    set.files_[file].part = set.parts_.size();
    set.add_part(set.files_[file].index, set.superseded_[file], file);
  }
  if (small.empty()) return set;
  if (auto merged = set.merge(small); !merged) return tl::unexpected(std::move(merged.error()));
  return set;
}

void IndexSet::add_part(std::shared_ptr<const Index> index, Superseded superseded,
                        std::size_t file) {
  SetPart part{std::move(index), std::move(superseded), {}, false};
  entry_count_ += part.index->entry_count();
  name_count_ += part.index->name_count();
  if (!part.superseded.empty()) {
    const auto counted = part.index->token_frequencies();
    part.frequencies.assign(counted.begin(), counted.end());
    for (EntryId entry = 0; entry < part.superseded.size(); ++entry) {
      if (!part.superseded[entry]) continue;
      discount(*part.index, entry, part.frequencies);
      --entry_count_;
      name_count_ -= names_of(*part.index, entry);
    }
  }
  parts_.push_back(std::move(part));
  file_of_part_.push_back(file);
}

void IndexSet::rank_lists() {
  for (std::size_t file = 0; file < files_.size(); ++file) {
    std::string_view last;
    const Index& index = *files_[file].index;
    for (EntryId entry = 0; entry < index.entry_count(); ++entry) {
      const std::string_view list = index.list_of(entry);
      if (list.data() == last.data() && list.size() == last.size()) continue;
      last = list;
      if (ranks_.contains(list)) continue;
      ranks_.emplace(list, ranks_.size());
      first_file_of_list_.push_back(file);
    }
  }
}

std::size_t IndexSet::rank_of_list(std::string_view list) const {
  const auto known = ranks_.find(list);
  return known == ranks_.end() ? ranks_.size() : known->second;
}

void IndexSet::find_superseded() {
  Identifiers later;
  for (std::size_t file = files_.size(); file-- > 0;) {
    const Index& index = *files_[file].index;
    Superseded& superseded = superseded_[file];
    for (EntryId entry = 0; !later.empty() && entry < index.entry_count(); ++entry) {
      if (!later.holds(index.list_of(entry), index.id_of(entry))) continue;
      superseded.resize(index.entry_count());
      superseded[entry] = true;
    }
    const auto is_in_older = [&](std::string_view list) {
      const auto rank = ranks_.find(list);
      return rank != ranks_.end() && first_file_of_list_[rank->second] < file;
    };
    for (const Index::Removal& removal : index.removals()) {
      if (!removal.is_document && is_in_older(removal.list)) later.add(removal.list, removal.what);
    }
    if (file == 0) break;
    for (EntryId entry = 0; entry < index.entry_count(); ++entry) {
      if (is_in_older(index.list_of(entry))) later.add(index.list_of(entry), index.id_of(entry));
    }
  }
}

void IndexSet::find_removed_documents() {
  for (std::size_t file = 0; file < files_.size(); ++file) {
    for (const Index::Removal& removal : files_[file].index->removals()) {
      if (removal.is_document) removed_documents_[document_key(removal)] = file;
    }
  }
}

bool IndexSet::is_removed_after(std::size_t file, const LostDocument& document) const {
  if (removed_documents_.empty()) return false;
  const auto removed = removed_documents_.find(document_key(document));
  return removed != removed_documents_.end() && removed->second > file;
}

bool IndexSet::is_current(std::size_t part, const LostDocument& document) const {
  return file_of_part_[part] == kMerged || !is_removed_after(file_of_part_[part], document);
}

std::vector<std::size_t> IndexSet::small_files() const {
  std::vector<std::size_t> by_weight(files_.size());
  std::iota(by_weight.begin(), by_weight.end(), 0);
  const auto weight = [&](std::size_t file) { return weight_of(*files_[file].index); };
  std::stable_sort(by_weight.begin(), by_weight.end(),
                   [&](std::size_t a, std::size_t b) { return weight(a) < weight(b); });
  by_weight.pop_back();  // it is not made anew
  std::uint64_t total = 0;
  const auto end = std::find_if(by_weight.begin(), by_weight.end(), [&](std::size_t file) {
    return (total += weight(file)) > kMostMerged;
  });
  by_weight.erase(end, by_weight.end());
  std::sort(by_weight.begin(), by_weight.end());
  return by_weight;
}

Result<void> IndexSet::merge(std::span<const std::size_t> small) {
  const Index& first = *parts_.front().index;
  IndexBuilder builder;
  builder.number_states_like(first);
  EntryId added = 0;
  for (const std::size_t file : small) {
    FileInSet& place = files_[file];
    place.part = parts_.size();
    place.first = added;
    for (EntryId entry = 0; entry < place.index->entry_count(); ++entry) {
      if (!superseded_[file].empty() && superseded_[file][entry]) continue;
      builder.add(to_record(*place.index, entry));
      ++added;
    }
    place.end = added;
  }
  add_documents(builder, small);
  auto merged = builder.build();
  if (!merged) return tl::unexpected(std::move(merged.error()));
  add_part(std::make_shared<const Index>(std::move(*merged)), {}, kMerged);
  parts_.back().shares_states =
      parts_.back().index->posted_states().size() == first.posted_states().size();
  return {};
}

/// Of the same record in several files the oldest stays.
void IndexSet::add_documents(IndexBuilder& builder, std::span<const std::size_t> of_files) const {
  std::unordered_map<std::string, std::size_t> added;
  for (const std::size_t file : of_files) {
    files_[file].index->for_each_lost_document([&](LostDocument&& document) {
      if (is_removed_after(file, document)) return;
      if (of_files.size() > 1 &&
          added.try_emplace(document_key(document), file).first->second != file)
        return;
      builder.add(document);
    });
  }
}

EntryTerms IndexSet::terms_of_list(std::string_view list) const {
  for (auto file = files_.rbegin(); file != files_.rend(); ++file) {
    for (auto& [stated_of, terms] : file->index->list_terms()) {
      if (stated_of == list) return terms;
    }
  }
  return {};
}

void IndexSet::add_to(IndexBuilder& builder) const {
  struct Place {
    std::size_t rank = 0, file = 0;
    EntryId entry = 0;
  };
  std::vector<Place> places;
  for (std::size_t file = 0; file < files_.size(); ++file) {
    const Index& index = *files_[file].index;
    for (EntryId entry = 0; entry < index.entry_count(); ++entry) {
      if (superseded_[file].empty() || !superseded_[file][entry])
        places.push_back({rank_of_list(index.list_of(entry)), file, entry});
    }
  }
  const auto key = [&](const Place& place) {
    return std::tuple(place.rank, files_[place.file].index->id_of(place.entry), place.file,
                      place.entry);
  };
  if (files_.size() > 1)
    std::sort(places.begin(), places.end(),
              [&](const Place& a, const Place& b) { return key(a) < key(b); });
  for (const Place& place : places) builder.add(to_record(*files_[place.file].index, place.entry));
  std::vector<std::size_t> all(files_.size());
  std::iota(all.begin(), all.end(), 0);
  add_documents(builder, all);
  std::unordered_set<std::string_view> stated;  // the newest file counts (terms_of_list)
  for (auto file = files_.rbegin(); file != files_.rend(); ++file) {
    for (const auto& [list, terms] : file->index->list_terms()) {
      if (stated.insert(list).second) builder.add_list_terms(list, terms);
    }
  }
}

}  // namespace darvaza::index
