#include "lookback/records_held.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/core.h>

#include "index/entry_record.h"
#include "lists/snapshot_line.h"
#include "screening/open_set.h"

namespace darvaza::lookback {
namespace {

template <typename T, typename Same>
bool holds_all(const std::vector<T>& held, const std::vector<T>& wanted, Same same) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const T& one) {
    return std::any_of(held.begin(), held.end(), [&](const T& other) { return same(one, other); });
  });
}

bool says(const WatchlistEntry& held, const WatchlistEntry& wanted) {
  const auto equal = [](const auto& a, const auto& b) { return a == b; };
  return holds_all(held.names, wanted.names, [](const ListedName& a, const ListedName& b) { return a.text == b.text; }) &&
         holds_all(held.birth_dates, wanted.birth_dates, [](const BirthDate& a, const BirthDate& b) { return a.first == b.first; }) &&
         holds_all(held.nationalities, wanted.nationalities, equal);
}

bool holds(const index::IndexSet& set, std::string_view list, const LostDocument& wanted) {
  for (std::size_t part = 0; part < set.parts().size(); ++part) {
    for (const index::DocumentMatchView& found : set.parts()[part].index->find_documents(wanted.number)) {
      if (!found.of_person && found.record.list == list && found.record.number == wanted.number && set.is_current(part, found.record)) return true;
    }
  }
  return false;
}

/// Takes out of `wanted` whoever a part still lists.
void take_held(const index::SetPart& part, std::string_view list, std::unordered_map<std::string, WatchlistEntry>& wanted) {
  const index::Index& index = *part.index;
  for (index::EntryId id = 0; id < index.entry_count() && !wanted.empty(); ++id) {
    if ((!part.superseded.empty() && part.superseded[id]) || index.list_of(id) != list) continue;
    const auto found = wanted.find(std::string(index.id_of(id)));
    if (found != wanted.end() && says(index::to_record(index, id), found->second)) wanted.erase(found);
  }
}

}  // namespace

Result<void> check_records_held(std::span<const std::filesystem::path> whole, std::string_view list, std::span<const std::string_view> lines) {
  const auto set = screening::open_set(whole);
  if (!set) return tl::unexpected(set.error());
  std::unordered_map<std::string, WatchlistEntry> persons;
  std::size_t missing = 0;
  for (const std::string_view line : lines) {
    auto record = lists::parse_snapshot_line(line);
    if (!record) return tl::unexpected(record.error());
    if (auto* const person = std::get_if<WatchlistEntry>(&*record)) {
      std::string id = person->id;
      persons.insert_or_assign(std::move(id), std::move(*person));
    } else if (!holds(*set, list, std::get<LostDocument>(*record))) {
      ++missing;
    }
  }
  for (const index::SetPart& part : set->parts()) take_held(part, list, persons);
  missing += persons.size();
  if (missing == 0) return {};
  return fail(ErrorCode::input_refused,
              fmt::format("{} of the {} records that differ between the editions of {} are not in this index as they should be: expected the index of that edition", missing,
                          lines.size(), list),
              whole.front().string());
}

}  // namespace darvaza::lookback
