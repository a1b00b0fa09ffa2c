#include "lookback/list_news.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>

#include "index/parallel.h"
#include "lists/snapshot_line.h"
#include "releases/durable_files.h"
#include "releases/notes.h"
#include "releases/snapshot.h"

namespace darvaza::lookback {
namespace {

constexpr std::string_view kWorkingName = "edition";

/// A snapshot is read as it stands: a million lines in a second instead of ten.
Result<ListEdition> read_snapshot(const std::filesystem::path& file) {
  auto mapped = releases::MappedFile::open(file, releases::kMaxSnapshotBytes);
  if (!mapped) return tl::unexpected(mapped.error());
  ListEdition edition;
  edition.file = std::move(*mapped);
  std::string_view head = edition.file.bytes().substr(0, edition.file.bytes().find('\n'));
  head.remove_prefix(std::min(head.size(), lists::kSnapshotMagic.size() + 1));
  edition.list = head;
  auto lines = releases::snapshot_lines(edition.file.bytes(), edition.list);
  if (!lines) return tl::unexpected(lines.error());
  edition.lines = std::move(*lines);
  return edition;
}

bool is_snapshot(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string head(lists::kSnapshotMagic.size(), '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  return in && head == lists::kSnapshotMagic;
}

/// Whether the post may see the record. Lost documents in lines carry no terms.
bool may_see_line(const Post& post, std::string_view line) {
  const auto record = lists::parse_snapshot_line(line);
  // What cannot be read counts as seen: it is screened against, and whoever does so tells what is wrong with it.
  if (!record) return true;
  const auto* const entry = std::get_if<WatchlistEntry>(&*record);
  return entry == nullptr || darvaza::may_see(post, entry->terms);
}

/// Of a record that is the same in both editions only the day can make a difference.
bool depends_on_the_day(std::string_view line) {
  return line.find("\tvalid-from=") != std::string_view::npos || line.find("\tvalid-until=") != std::string_view::npos;
}

/// Whether an officer is told to do something else. Whom to contact is none of it: a desk that moves would make news of its whole list.
bool orders_otherwise(std::string_view older, std::string_view newer) {
  const auto was = lists::parse_snapshot_line(older), is = lists::parse_snapshot_line(newer);
  if (!was || !is) return false;  // whoever screens against them tells what is wrong
  const auto *const before = std::get_if<WatchlistEntry>(&*was), *const after = std::get_if<WatchlistEntry>(&*is);
  if (before == nullptr || after == nullptr) return false;
  return before->terms.instruction != after->terms.instruction || before->terms.category != after->terms.category || before->handling != after->handling;
}

}  // namespace

std::string_view to_string(News news) {
  constexpr std::string_view kWords[] = {"added", "changed", "other instruction", "now visible"};
  return kWords[static_cast<std::size_t>(news)];
}

Result<ListEdition> read_edition(std::span<const std::filesystem::path> sources) {
  if (sources.size() == 1 && is_snapshot(sources.front())) return read_snapshot(sources.front());
  auto made = releases::make_snapshot(kWorkingName, sources);
  if (!made) return tl::unexpected(made.error());
  std::set<std::string> names;
  for (const SourceSummary& source : made->sources) {
    if (!source.list.empty()) names.insert(source.list);
  }
  if (names.size() != 1) {
    return fail(ErrorCode::input_refused, "files of " + std::to_string(names.size()) + " lists, where one is looked at at a time", sources.front().string());
  }
  ListEdition edition;
  edition.list = *names.begin();
  edition.text = std::make_unique<std::string>(std::move(made->text));
  auto lines = releases::snapshot_lines(*edition.text, kWorkingName);
  if (!lines) return tl::unexpected(lines.error());
  edition.lines = std::move(*lines);
  return edition;
}

TwoEditions read_editions(std::span<const std::filesystem::path> older, std::span<const std::filesystem::path> newer, unsigned threads) {
  TwoEditions editions;
  const std::function<void()> readings[] = {[&] { editions.older = read_edition(older); }, [&] { editions.newer = read_edition(newer); }};
  index::run_all(threads, readings);
  return editions;
}

ListNews list_news(const ListEdition& older, const Post& before, const ListEdition& newer, const Post& after) {
  ListNews news;
  std::vector<std::string_view> only_before, only_after;
  // By key, as the post saw it; empty where it did not: whoever comes to see such a one is told that it was changed.
  std::unordered_map<std::string_view, std::string_view> lines_before;
  std::vector<std::string_view> seen_no_more;
  for (std::size_t a = 0, b = 0; a < older.lines.size() || b < newer.lines.size();) {
    const bool in_older = a < older.lines.size() && (b == newer.lines.size() || older.lines[a] <= newer.lines[b]);
    const bool in_newer = b < newer.lines.size() && (a == older.lines.size() || newer.lines[b] <= older.lines[a]);
    const std::string_view line = in_older ? older.lines[a] : newer.lines[b];
    a += in_older ? 1u : 0u;
    b += in_newer ? 1u : 0u;
    if (in_older && in_newer) {
      if (!depends_on_the_day(line)) continue;
      const bool was = may_see_line(before, line), is = may_see_line(after, line);
      if (is && !was) news.records.push_back({line, News::now_visible});
      if (was && !is) seen_no_more.push_back(line);
    } else if (in_older) {
      std::string_view& seen = lines_before[lists::snapshot_key(line)];
      if (!may_see_line(before, line)) continue;
      if (seen.empty()) seen = line;
      only_before.push_back(line);
    } else if (may_see_line(after, line)) {
      only_after.push_back(line);
    }
  }
  std::unordered_set<std::string_view> keys_after;
  for (const std::string_view line : only_after) {
    const std::string_view key = lists::snapshot_key(line);
    keys_after.insert(key);
    const auto old = lines_before.find(key);
    const bool known = old != lines_before.end();
    const bool other_instruction = known && !old->second.empty() && orders_otherwise(old->second, line);
    news.records.push_back({line, other_instruction ? News::other_instruction : known ? News::changed : News::added});
  }
  for (const std::string_view line : only_before) {
    if (!keys_after.contains(lists::snapshot_key(line))) news.withdrawn.push_back(line);
  }
  news.withdrawn.insert(news.withdrawn.end(), seen_no_more.begin(), seen_no_more.end());
  std::sort(news.withdrawn.begin(), news.withdrawn.end());
  std::sort(news.records.begin(), news.records.end(), [](const NewRecord& x, const NewRecord& y) { return x.line < y.line; });
  return news;
}

}  // namespace darvaza::lookback
