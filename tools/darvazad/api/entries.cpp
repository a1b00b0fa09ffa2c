#include "api/entries.h"

#include <algorithm>
#include <utility>

#include "screening/open_set.h"

namespace darvaza::daemon {

Entries::Entries(index::IndexSet set) : set_(std::move(set)), digest_(screening::digest_of(set_)) {
  for (std::uint32_t part = 0; part < set_.parts().size(); ++part) {
    const index::SetPart& searched = set_.parts()[part];
    for (index::EntryId entry = 0; entry < searched.index->entry_count(); ++entry) {
      if (searched.is_current(entry)) by_id_.push_back({part, entry});
    }
  }
  std::stable_sort(by_id_.begin(), by_id_.end(), [this](const Place& a, const Place& b) {
    return index_of(a).id_of(a.entry) < index_of(b).id_of(b.entry);
  });
}

Result<std::shared_ptr<const Entries>> Entries::open(std::span<const std::filesystem::path> paths) {
  auto set = screening::open_set(paths);
  if (!set) return tl::unexpected(set.error());
  return std::shared_ptr<const Entries>(new Entries(std::move(*set)));
}

std::vector<Entries::Place>::const_iterator Entries::first_of(std::string_view id) const {
  return std::lower_bound(by_id_.begin(), by_id_.end(), id,
                          [this](const Place& place, std::string_view wanted) {
                            return index_of(place).id_of(place.entry) < wanted;
                          });
}

std::optional<ListedPerson> Entries::find_first(const Post& post, std::string_view id, std::string_view list, auto is_meant) const {
  for (auto at = first_of(id); at != by_id_.end() && index_of(*at).id_of(at->entry) == id; ++at) {
    if (!list.empty() && index_of(*at).list_of(at->entry) != list) continue;
    if (may_see(post, index_of(*at).terms(at->entry)) && is_meant(*at)) return ListedPerson{index_of(*at), at->entry};
  }
  return std::nullopt;
}

std::optional<ListedPerson> Entries::find(const Post& post, std::string_view id, std::string_view list) const {
  return find_first(post, id, list, [](const Place&) { return true; });
}

bool Entries::bears(const Place& place, std::string_view name) const {
  const index::EntryView entry = index_of(place).entry(place.entry);
  for (std::uint32_t i = 0; i < entry.name_count; ++i) {
    if (index_of(place).name(entry.first_name + i).text == name) return true;
  }
  return false;
}

std::optional<ListedPerson> Entries::find_named(const Post& post, std::string_view id, std::string_view list, std::string_view name) const {
  const auto named = find_first(post, id, list, [&](const Place& place) { return bears(place, name); });
  return named ? named : find(post, id, list);
}

std::vector<ListedPerson> Entries::find_all(const Post& post, std::string_view id, std::string_view list) const {
  std::vector<ListedPerson> found;
  (void)find_first(post, id, list, [&](const Place& place) {
    found.push_back({index_of(place), place.entry});
    return false;  // the next, too
  });
  return found;
}

std::optional<ListedPerson> Entries::find_only_bearer(const Post& post, std::string_view id, std::string_view list, std::string_view name) const {
  const Place* only = nullptr;
  const auto second = find_first(post, id, list, [&](const Place& place) {
    if (!bears(place, name)) return false;
    return std::exchange(only, &place) != nullptr;
  });
  if (second || only == nullptr) return std::nullopt;
  return ListedPerson{index_of(*only), only->entry};
}

std::optional<ListedPerson> Entries::find_only(std::string_view list, std::string_view id) const {
  const Place* only = nullptr;
  for (auto at = first_of(id); at != by_id_.end() && index_of(*at).id_of(at->entry) == id; ++at) {
    if (index_of(*at).list_of(at->entry) != list) continue;
    if (only != nullptr) return std::nullopt;
    only = &*at;
  }
  if (only == nullptr) return std::nullopt;
  return ListedPerson{index_of(*only), only->entry};
}

}  // namespace darvaza::daemon
