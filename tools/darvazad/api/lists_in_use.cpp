#include "api/lists_in_use.h"

#include <algorithm>
#include <new>
#include <utility>

#include <fmt/format.h>

#include "records/json_writing.h"
#include "records/term_rules.h"
#include "records/today.h"
#include "releases/utc_time.h"

namespace darvaza::daemon {
namespace {

std::vector<std::filesystem::path> paths_of(const ListsInUse::Editions& editions) {
  std::vector<std::filesystem::path> paths;
  for (const auto& edition : editions)
    paths.insert(paths.end(), edition->paths().begin(), edition->paths().end());
  return paths;
}

Error with_names(Error error, const ListsInUse::Editions& editions) {
  for (const auto& edition : editions) error = edition->with_names(std::move(error));
  return error;
}

}  // namespace

ListsInUse::ListsInUse(std::vector<Source> sources, std::vector<std::string> required_lists)
    : sources_(std::move(sources)), required_lists_(std::move(required_lists)) {}

std::vector<ListsInUse::Source> ListsInUse::sources_of(const Files& files) {
  std::vector<Source> sources;
  if (!files.indexes.empty()) sources.push_back({"lists.index", files.indexes});
  for (const std::filesystem::path& post : files.posts)
    sources.push_back({post.string(), {post / "current"}});
  return sources;
}

Result<std::unique_ptr<ListsInUse>> ListsInUse::open(Files files) {
  std::unique_ptr<ListsInUse> lists(
      new ListsInUse(sources_of(files), std::move(files.required_lists)));
  Editions editions;
  for (const Source& source : lists->sources_) {
    auto held = HeldFiles::open(source.paths);
    if (!held) return tl::unexpected(held.error());
    editions.push_back(std::move(*held));
  }
  auto screener = lists->open_all(editions);
  if (!screener) return tl::unexpected(screener.error());
  lists->serve(std::move(*screener), std::move(editions));
  return lists;
}

/// Those that there is no memory for are held back like those that are damaged: what serves goes on.
Result<Screener> ListsInUse::open_all(const Editions& editions) const {
  try {
    auto screener = Screener::open(paths_of(editions), required_lists_);
    if (!screener) return tl::unexpected(with_names(std::move(screener.error()), editions));
    return screener;
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::internal, "there is not enough memory to open them");
  }
}

/// Describing an index takes longer than a lock: it is done once.
void ListsInUse::serve(Screener screener, Editions editions) {
  Version version;
  version.digest = screener.describe().digest;
  version.screener = std::make_shared<const Screener>(std::move(screener));
  version.opened_on = to_string(records::today());
  version.editions = std::make_shared<const Editions>(std::move(editions));
  const std::lock_guard lock(mutex_);
  std::swap(serving_, version);  // the old one, if nobody holds it, is unmapped without the lock
}

ListsInUse::Version ListsInUse::current() const {
  const std::lock_guard lock(mutex_);
  return serving_;
}

ListsInUse::Standing ListsInUse::standing() const {
  ScreeningOptions options;
  options.post.today = records::local_today();
  options.post.today_by_clock = true;
  const auto screener = current().screener;
  options.post = screener->with_known_day(options.post);
  ScreeningResult nobody = screener->screen({}, options);
  std::erase_if(nobody.problems, [](const Problem& problem) { return problem.where != "list"; });
  const bool is_behind = !records::clock_fault(options.post).empty();
  return {std::move(nobody.lists), is_behind ? to_string(options.post.not_before) : "", std::move(nobody.problems)};
}

Result<std::shared_ptr<const Entries>> ListsInUse::entries(const Version& version) const {
  const std::lock_guard lock(entries_mutex_);
  if (entries_ && entries_->digest() == version.digest) return entries_;
  if (const auto known = missing_.find(version.digest); known != missing_.end())
    return tl::unexpected(known->second);
  auto opened = Entries::open(paths_of(*version.editions));
  if (opened && (*opened)->digest() != version.digest)
    opened = fail(ErrorCode::input_refused, "an index was written to in place: load lists anew");
  if (!opened) {
    Error error = with_names(std::move(opened.error()), *version.editions);
    return tl::unexpected(missing_.emplace(version.digest, std::move(error)).first->second);
  }
  return entries_ = std::move(*opened);
}

/// The newest edition of each source, or the one that serves where the newest is refused already.
/// What was refused the last time is tried alone: the others are not opened for its sake.
ListsInUse::Editions ListsInUse::newest(const Editions& serving, Refused& refused) const {
  Editions editions = serving;
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    auto found = HeldFiles::open(sources_[i].paths);
    if (!found) {
      refused[i] = std::move(found.error());
      continue;
    }
    if ((*found)->same(*serving[i])) continue;
    if (held_back_.contains(i)) {
      if (auto alone = open_all({*found}); !alone) {
        refused[i] = std::move(alone.error());
        continue;
      }
    }
    editions[i] = std::move(*found);
  }
  return editions;
}

/// Beside what serves, each that changed: which of them is refused is found so. `taken` becomes
/// what can be opened; nothing: no more than before.
std::optional<Screener> ListsInUse::take_one_by_one(Editions& taken, const Editions& newest,
                                                    Refused& refused) const {
  std::optional<Screener> screener;
  for (std::size_t i = 0; i < newest.size(); ++i) {
    if (newest[i] == taken[i]) continue;
    Editions with = taken;
    with[i] = newest[i];
    if (auto opened = open_all(with)) {
      screener.emplace(std::move(*opened));
      taken = std::move(with);
    } else {
      refused[i] = std::move(opened.error());
    }
  }
  return screener;
}

/// The files are those that serve, and were written to in place: of which source, each tells by itself.
void ListsInUse::blame(const Editions& editions, const Error& error, Refused& refused) const {
  for (std::size_t i = 0; i < editions.size(); ++i) {
    const auto alone = Screener::open(editions[i]->paths());
    if (!alone) refused[i] = editions[i]->with_names(alone.error());
  }
  const bool is_told = std::any_of(refused.begin(), refused.end(), [](const auto& fault) { return fault.has_value(); });
  if (!is_told) refused.assign(sources_.size(), error);
}

ListsInUse::Reloaded ListsInUse::reload() {
  const std::lock_guard one_at_a_time(reload_mutex_);
  Editions taken = *current().editions;
  Refused refused(sources_.size());
  const Editions found = newest(taken, refused);
  const bool is_all_there = std::none_of(refused.begin(), refused.end(),
                                         [](const auto& error) { return error.has_value(); });
  std::optional<Screener> screener;
  if (found != taken || is_all_there) {
    if (auto opened = open_all(found)) {
      screener.emplace(std::move(*opened));
      taken = found;
    } else if (found != taken) {
      screener = take_one_by_one(taken, found, refused);
    } else {
      blame(found, opened.error(), refused);
    }
  }
  const bool swapped = screener.has_value();
  if (swapped) serve(std::move(*screener), std::move(taken));
  {
    const std::lock_guard lock(entries_mutex_);
    missing_.clear();
  }
  return {swapped, keep_held_back(refused)};
}

std::vector<HeldBack> ListsInUse::keep_held_back(const Refused& refused) {
  const std::string now = releases::to_text(releases::utc_now());
  const std::lock_guard lock(mutex_);
  std::vector<HeldBack> all;
  for (std::size_t i = 0; i < refused.size(); ++i) {
    if (!refused[i]) {
      held_back_.erase(i);
      continue;
    }
    HeldBack& held = held_back_.try_emplace(i, HeldBack{sources_[i].name, {}, now}).first->second;
    held.reason = *refused[i];
    all.push_back(held);
  }
  return all;
}

std::vector<HeldBack> ListsInUse::held_back() const {
  const std::lock_guard lock(mutex_);
  std::vector<HeldBack> all;
  for (const auto& [source, held] : held_back_) all.push_back(held);
  return all;
}

std::vector<std::pair<std::string, bool>> ListsInUse::sources() const {
  const std::lock_guard lock(mutex_);
  std::vector<std::pair<std::string, bool>> all;
  for (std::size_t i = 0; i < sources_.size(); ++i)
    all.emplace_back(sources_[i].name, held_back_.contains(i));
  return all;
}

std::string ListsInUse::Reloaded::complaint() const {
  std::string text;
  for (const HeldBack& held : held_back)
    text += fmt::format("{}the lists of {} stay as they were: {}", text.empty() ? "" : "; ",
                        held.source, to_string(held.reason));
  return text;
}

std::string ListsInUse::description() const {
  const IndexDescription index = current().screener->describe();
  std::string held_back;
  for (const HeldBack& held : this->held_back()) {
    held_back += fmt::format(R"({}{{"source": {}, "since": "{}", "reason": {}}})",
                             held_back.empty() ? "" : ", ", records::json_string(held.source),
                             held.since, records::json_string(to_string(held.reason)));
  }
  return fmt::format(
      R"({{"digest": "{}", "format_version": {}, "bytes": {}, "entries": {}, "names": {}, )"
      R"("lost_documents": {}, "person_documents": {}, "sources": [{}], "held_back": [{}]}})",
      index.digest, index.format_version, index.bytes, index.entries, index.names,
      index.lost_documents, index.person_documents, fmt::join(index.sources, ", "), held_back);
}

}  // namespace darvaza::daemon
