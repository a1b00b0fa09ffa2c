#include "releases/snapshot.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/core.h>

#include "releases/large_memory.h"
#include "releases/rules.h"

namespace darvaza::releases {
namespace {

std::string head_of(std::string_view list) {
  return fmt::format("{} {}\n", lists::kSnapshotMagic, list);
}

std::string list_field(std::string_view list) {
  std::string field;
  lists::append_snapshot_field(field, "list", list);
  return field;
}

enum class WithLists : bool { no, yes };

/// Collects lines; keeps the first failure, because a sink cannot tell its reader to stop.
class Collector {
 public:
  explicit Collector(WithLists with_lists) : with_lists_(with_lists) {}

  template <typename Record>
  void add(Record&& record, std::uint64_t& count) {
    const std::string field = with_lists_ == WithLists::yes ? list_field(record.list) : "";
    auto line = lists::to_snapshot_line(std::forward<Record>(record));
    ++record_;
    if (line) {
      lines_.push_back(std::move(*line) + field);
      ++count;
    } else if (!error_) {
      error_ = line.error();
      error_->record = record_;
    }
  }
  /// Persons have their list's terms in their lines; documents would lose them, and be shown to whom they are kept from.
  void refuse_terms(const std::string& list) {
    if (error_) return;
    error_.emplace();
    error_->code = ErrorCode::input_refused;
    error_->message = "lines of lost documents have no place for the terms on which the list " + list + " is shared: leave its table of terms out";
  }
  const std::optional<Error>& error() const { return error_; }
  std::vector<std::string>& lines() { return lines_; }

 private:
  const WithLists with_lists_;
  std::vector<std::string> lines_;
  std::uint64_t record_ = 0;
  std::optional<Error> error_;
};

/// Reads `sources` into the collector, and counts into `made`.
Result<void> collect(std::span<const std::filesystem::path> sources, Collector& collector,
                     MadeSnapshot& made) {
  std::set<std::string, std::less<>> lists_with_terms;
  const ListSink sink{
      [&](WatchlistEntry&& entry) { collector.add(std::move(entry), made.persons); },
      [&](LostDocument&& document) {
        if (lists_with_terms.contains(document.list)) collector.refuse_terms(document.list);
        collector.add(std::move(document), made.lost_documents);
      },
      [&](std::string_view name, const EntryTerms&) { lists_with_terms.emplace(name); }};
  auto read = read_lists(sources, sink);
  if (!read) return tl::unexpected(read.error());
  made.sources = std::move(*read);
  if (collector.error()) return tl::unexpected(*collector.error());
  return {};
}

/// The list fields that say but what a file calls its list. OFAC's advanced form says it of every entry.
std::set<std::string> fields_of_files(const std::vector<SourceSummary>& sources) {
  std::set<std::string> fields;
  for (const SourceSummary& source : sources) {
    if (source.format != ListFormat::ofac_advanced_xml) fields.insert(list_field(source.list));
  }
  return fields;
}

}  // namespace

WatchlistEntry test_traveller() {
  WatchlistEntry entry;
  entry.id = kTestTravellerId;
  entry.names = {{"SINAMAEV, Darvaza", NameGrade::primary},
                 {"Дарваза Синамаев", NameGrade::strong}};
  entry.birth_dates = {BirthDate::on({1901, 2, 3})};
  entry.nationalities = {StateCode("UTO")};
  entry.documents = {{"DZ0000000", "P", StateCode("UTO")}};
  entry.category = "test";
  entry.handling = "Test of the list, nobody's record: no action";
  return entry;
}

Result<MadeSnapshot> make_snapshot(std::string_view list,
                                   std::span<const std::filesystem::path> sources) {
  MadeSnapshot made;
  Collector collector(WithLists::no);
  if (auto done = collect(sources, collector, made); !done) return tl::unexpected(done.error());
  collector.add(test_traveller(), made.persons);
  if (collector.error()) return tl::unexpected(*collector.error());

  std::vector<std::string>& lines = collector.lines();
  std::sort(lines.begin(), lines.end());
  std::vector<std::string_view> distinct;
  for (const std::string& line : lines) {
    if (distinct.empty() || distinct.back() != line) {
      distinct.push_back(line);
      continue;
    }
    ++made.repeated;
    --(line.starts_with("person") ? made.persons : made.lost_documents);
  }
  made.text = join_snapshot(list, distinct);
  if (made.text.size() > (std::uint64_t{4} << 30)) {
    return refuse(rule::kTooLong, "a snapshot of more than 4 GiB: publish it as several lists");
  }
  return made;
}

Result<EditionLines> read_edition(std::span<const std::filesystem::path> sources) {
  MadeSnapshot made;
  Collector collector(WithLists::yes);
  if (auto done = collect(sources, collector, made); !done) return tl::unexpected(done.error());
  EditionLines edition{std::move(collector.lines()), std::move(made.sources)};
  const std::set<std::string> of_files = fields_of_files(edition.sources);
  for (std::string& line : edition.lines) {
    // No field before it can hold a tab.
    const auto field = line.rfind('\t');
    if (of_files.contains(line.substr(field))) line.erase(field);
  }
  const std::string test = "person\tid=" + std::string(kTestTravellerId);
  std::erase_if(edition.lines,
                [&](const std::string& line) { return lists::snapshot_key(line) == test; });
  std::sort(edition.lines.begin(), edition.lines.end());
  edition.lines.erase(std::unique(edition.lines.begin(), edition.lines.end()), edition.lines.end());
  return edition;
}

Result<std::vector<std::string_view>> snapshot_lines(std::string_view text, std::string_view list) {
  if (!text.starts_with(lists::kSnapshotMagic))
    return refuse(rule::kMalformed, "expected 'darvaza-snapshot 1 LIST'");
  const std::string head = head_of(list);
  if (!text.starts_with(head)) return refuse(rule::kWrongList, "a snapshot of another list");
  if (!text.ends_with('\n')) return refuse(rule::kMalformed, "the last line has no end");
  std::vector<std::string_view> lines;
  lines.reserve(text.size() / 64);  // growing costs as much as finding a million of them
  in_large_pages(lines.data(), lines.capacity() * sizeof lines[0]);
  for (std::string_view rest = text.substr(head.size()); !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    if (line.empty() || (!lines.empty() && line <= lines.back())) {
      return refuse(rule::kMalformed, "lines must rise", {}, lines.size() + 2);
    }
    lines.push_back(line);
    rest.remove_prefix(line.size() + 1);
  }
  return lines;
}

std::string join_snapshot(std::string_view list, std::span<const std::string_view> lines) {
  std::string text = head_of(list);
  for (const std::string_view line : lines) {
    text += line;
    text += '\n';
  }
  return text;
}

}  // namespace darvaza::releases
