#include "api/lists_in_use.h"

#include <utility>

#include <fmt/format.h>

#include "records/today.h"

namespace darvaza::daemon {

ListsInUse::ListsInUse(Files files, Screener first)
    : files_(std::move(files)), live_(std::move(first)) {}

Result<std::unique_ptr<ListsInUse>> ListsInUse::open(Files files) {
  auto screener = Screener::open(files.indexes, files.required_lists);
  if (!screener) return tl::unexpected(screener.error());
  return std::unique_ptr<ListsInUse>(new ListsInUse(std::move(files), std::move(*screener)));
}

/// Describing an index takes longer than a lock, so its digest is kept.
ListsInUse::Version ListsInUse::current() const {
  Version version{live_.current(), {}, {}};
  const std::lock_guard lock(mutex_);
  if (described_.lock() != version.screener) {
    digest_ = version.screener->describe().digest;
    opened_on_ = to_string(records::today());
    described_ = version.screener;
  }
  version.digest = digest_;
  version.opened_on = opened_on_;
  return version;
}

Result<std::shared_ptr<const Entries>> ListsInUse::entries(const Version& version) const {
  const std::lock_guard lock(entries_mutex_);
  if (entries_ && entries_->digest() == version.digest) return entries_;
  if (const auto known = missing_.find(version.digest); known != missing_.end())
    return tl::unexpected(known->second);
  auto opened = Entries::open(files_.indexes);
  if (opened && (*opened)->digest() != version.digest)
    opened = fail(ErrorCode::input_refused, "the lists are being replaced: load them anew");
  if (!opened) {
    missing_.emplace(version.digest, opened.error());
    return tl::unexpected(opened.error());
  }
  return entries_ = std::move(*opened);
}

Result<void> ListsInUse::reload() {
  auto swapped = live_.swap_to(files_.indexes, files_.required_lists);
  if (!swapped) return tl::unexpected(swapped.error());
  const std::lock_guard lock(entries_mutex_);
  missing_.clear();
  return {};
}

std::string ListsInUse::description() const {
  const IndexDescription index = live_.current()->describe();
  return fmt::format(
      R"({{"digest": "{}", "format_version": {}, "bytes": {}, "entries": {}, "names": {}, )"
      R"("lost_documents": {}, "person_documents": {}, "sources": [{}]}})",
      index.digest, index.format_version, index.bytes, index.entries, index.names,
      index.lost_documents, index.person_documents, fmt::join(index.sources, ", "));
}

}  // namespace darvaza::daemon
