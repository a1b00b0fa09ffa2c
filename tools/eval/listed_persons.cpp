#include "eval/listed_persons.h"

#include <utility>

#include "darvaza/read_lists.h"

namespace darvaza::eval {
namespace {

std::string_view without_dots(std::string_view id) {
  while (!id.empty() && id.back() == '.') id.remove_suffix(1);
  return id;
}

std::string_view behind_colon(std::string_view truth) {
  const std::size_t colon = truth.find(':');
  return colon == std::string_view::npos ? std::string_view() : truth.substr(colon + 1);
}

}  // namespace

bool is_meant(std::string_view id, std::string_view truth) {
  id = without_dots(id);
  if (id.empty()) return false;
  return id == without_dots(truth) || id == without_dots(behind_colon(truth));
}

Result<ListedPersons> ListedPersons::read(std::span<const std::filesystem::path> lists) {
  ListedPersons persons;
  ListSink sink;
  sink.entry = [&](WatchlistEntry&& entry) {
    const std::uint32_t number = persons.number_of(
        entry.list, entry.id, entry.names.empty() ? std::string() : entry.names.front().text);
    persons.entries_[number].births = std::move(entry.birth_dates);
    for (ListedName& name : entry.names) persons.names_.push_back({number, std::move(name.text)});
  };
  const auto summaries = read_lists(lists, sink);
  if (!summaries) return tl::unexpected<Error>(summaries.error());
  return persons;
}

std::uint32_t ListedPersons::number_of(std::string_view list, std::string_view id,
                                       std::string_view name) {
  std::string key(list);
  key += '\n';
  key += id;
  const auto number = static_cast<std::uint32_t>(entries_.size());
  const auto [found, added] = by_list_and_id_.try_emplace(std::move(key), number);
  if (added) {
    entries_.push_back({std::string(list), std::string(id), std::string(name), {}});
    by_id_[std::string(without_dots(id))].push_back(number);
  }
  return found->second;
}

std::uint32_t ListedPersons::number_of(std::string_view id) {
  const auto found = by_id_.find(std::string(without_dots(id)));
  return found != by_id_.end() ? found->second.front() : number_of("", id, "");
}

bool ListedPersons::holds(std::string_view truth) const {
  return by_id_.contains(std::string(without_dots(truth))) ||
         by_id_.contains(std::string(without_dots(behind_colon(truth))));
}

std::string ListedPersons::name_of(std::string_view truth) const {
  for (const std::string_view id : {truth, behind_colon(truth)}) {
    const auto found = by_id_.find(std::string(without_dots(id)));
    if (found != by_id_.end() && !id.empty()) return entries_[found->second.front()].name;
  }
  return {};
}

}  // namespace darvaza::eval
