#include "api/entries.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace darvaza::daemon {

Entries::Entries(index::Index index)
    : index_(std::move(index)), digest_(index_.info().digest), by_id_(index_.entry_count()) {
  std::iota(by_id_.begin(), by_id_.end(), index::EntryId{0});
  std::stable_sort(by_id_.begin(), by_id_.end(), [this](index::EntryId a, index::EntryId b) {
    return index_.entry(a).id < index_.entry(b).id;
  });
}

Result<std::shared_ptr<const Entries>> Entries::open(const std::filesystem::path& path) {
  auto index = index::Index::open(path);
  if (!index) return tl::unexpected(index.error());
  return std::shared_ptr<const Entries>(new Entries(std::move(*index)));
}

std::optional<index::EntryId> Entries::find(std::string_view id, std::string_view list) const {
  auto at = std::lower_bound(by_id_.begin(), by_id_.end(), id,
                             [this](index::EntryId entry, std::string_view wanted) {
                               return index_.entry(entry).id < wanted;
                             });
  for (; at != by_id_.end(); ++at) {
    const index::EntryView entry = index_.entry(*at);
    if (entry.id != id) break;
    if (list.empty() || entry.list == list) return *at;
  }
  return std::nullopt;
}

}  // namespace darvaza::daemon
