#include "api/entry_version.h"

#include "index/entry_record.h"
#include "lists/snapshot_line.h"
#include "releases/keys.h"

namespace darvaza::daemon {

std::string entry_version(const index::Index& index, index::EntryId id) {
  const auto line = lists::to_snapshot_line(index::to_record(index, id));
  return line ? releases::digest_of(*line) : std::string();
}

std::string version_of(const ListsInUse& lists, const ListsInUse::Version& version,
                       std::string_view list, std::string_view id) {
  const auto entries = lists.entries(version);
  if (!entries) return {};
  const auto entry = (*entries)->find_only(list, id);
  return entry ? entry_version(entry->index, entry->entry) : std::string();
}

std::string version_of(const ListsInUse& lists, const ListsInUse::Version& version, const Post& post,
                       const Candidate& candidate) {
  const auto entries = lists.entries(version);
  if (!entries) return {};
  const auto bearer = (*entries)->find_only_bearer(version.screener->with_known_day(post), candidate.id, candidate.list, candidate.name);
  return bearer ? entry_version(bearer->index, bearer->entry) : std::string();
}

}  // namespace darvaza::daemon
