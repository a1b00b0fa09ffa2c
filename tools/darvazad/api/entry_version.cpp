#include "api/entry_version.h"

#include "darvaza/watchlist_entry.h"
#include "lists/snapshot_line.h"
#include "releases/keys.h"

namespace darvaza::daemon {
namespace {

WatchlistEntry whole_entry(const index::Index& index, index::EntryId id) {
  const index::EntryView view = index.entry(id);
  WatchlistEntry entry;
  entry.id = view.id;
  for (std::uint32_t i = 0; i < view.name_count; ++i) {
    const index::NameView name = index.name(view.first_name + i);
    entry.names.push_back({std::string(name.text), name.grade});
  }
  entry.birth_dates.assign(view.birth_dates.begin(), view.birth_dates.end());
  entry.sex = view.sex;
  entry.nationalities.assign(view.nationalities.begin(), view.nationalities.end());
  entry.birth_places.assign(view.birth_places.begin(), view.birth_places.end());
  entry.father_names.assign(view.father_names.begin(), view.father_names.end());
  for (const index::ListedDocumentView& document : view.documents) {
    entry.documents.push_back(
        {std::string(document.number), std::string(document.type), document.issuing_state});
  }
  entry.category = view.category;
  entry.handling = view.handling;
  entry.terms = index.terms(id);
  return entry;
}

}  // namespace

std::string entry_version(const index::Index& index, index::EntryId id) {
  const auto line = lists::to_snapshot_line(whole_entry(index, id));
  return line ? releases::digest_of(*line) : std::string();
}

std::string version_of(const ListsInUse& lists, const ListsInUse::Version& version,
                       std::string_view list, std::string_view id) {
  const auto entries = lists.entries(version);
  if (!entries) return {};
  const auto entry = (*entries)->find_only(list, id);
  return entry ? entry_version(entry->index, entry->entry) : std::string();
}

}  // namespace darvaza::daemon
