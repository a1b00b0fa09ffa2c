// Any bytes as watchlist files: the counts are what was delivered, and no row of a table is lost.
//
// The byte 0x1C (ASCII's file separator) divides the input into files, because OFAC's three CSV
// files belong together. The format is recognised by content, as always.
#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "darvaza/read_lists.h"
#include "fuzz/fuzz_target.h"
#include "fuzz/memory_file.h"
#include "lists/uk_csv.h"
#include "text/csv_rows.h"

namespace darvaza::fuzz {
namespace {

constexpr char kFileSeparator = '\x1C';
constexpr std::size_t kMostFiles = 4;

std::vector<std::string_view> split_files(std::string_view input) {
  std::vector<std::string_view> files;
  while (files.size() + 1 < kMostFiles) {
    const std::size_t end = input.find(kFileSeparator);
    if (end == std::string_view::npos) break;
    files.push_back(input.substr(0, end));
    input.remove_prefix(end + 1);
  }
  files.push_back(input);
  return files;
}

struct Counts {
  std::uint64_t entries = 0, names = 0, documents = 0, lost_documents = 0;
  friend bool operator==(const Counts&, const Counts&) = default;
};

void check_entry(const WatchlistEntry& entry) {
  require(!entry.names.empty(), "a listed person has a name");
  require(std::any_of(entry.names.begin(), entry.names.end(),
                      [](const ListedName& n) { return n.grade == NameGrade::primary; }),
          "one of the names is the primary one");
  require(!entry.list.empty(), "an entry says which list it is of");
  for (const BirthDate& date : entry.birth_dates) {
    require(is_valid(date.first) && is_valid(date.last), "birth dates exist");
    require(date.first.year <= date.last.year, "a range of dates has its ends in order");
  }
}

Counts sum(const std::vector<SourceSummary>& summaries) {
  Counts counts;
  for (const SourceSummary& summary : summaries) {
    counts.entries += summary.entries;
    counts.names += summary.names;
    counts.documents += summary.documents;
    counts.lost_documents += summary.lost_documents;
  }
  return counts;
}

void check_reasons(const SourceSummary& summary) {
  const auto kept = [](std::uint64_t all) {
    return std::min<std::uint64_t>(all, kMaxReportedRecords);
  };
  require(summary.skipped.size() == kept(summary.skipped_count), "skipped records have reasons");
  require(summary.remarks.size() == kept(summary.remark_count), "remarks are kept and counted");
  for (const SkippedRecord& skipped : summary.skipped) {
    require(!skipped.reason.empty(), "a reason says something");
  }
}

bool has_header_row(ListFormat format) {
  return format == ListFormat::opensanctions_csv || format == ListFormat::persons_csv ||
         format == ListFormat::documents_csv;
}

bool is_uk(ListFormat format) {
  return format == ListFormat::uk_sanctions_csv || format == ListFormat::uk_ofsi_csv;
}

bool is_csv(ListFormat format) {
  return has_header_row(format) || is_uk(format) || format == ListFormat::ofac_sdn_csv ||
         format == ListFormat::ofac_alt_csv || format == ListFormat::ofac_add_csv;
}

/// OFAC's old files end with CP/M's end-of-file character on a line of its own.
bool is_end_of_file(ListFormat format, const std::vector<std::string>& fields) {
  return !has_header_row(format) && !is_uk(format) && fields.size() == 1 && fields[0] == "\x1A";
}

/// Rows that are records: not the headings, nor a line about the file before them.
std::uint64_t count_rows(ListFormat format, std::string_view file) {
  std::istringstream in{std::string(file)};
  text::CsvRows rows(in, "fuzz");
  text::CsvRow row;
  std::uint64_t count = 0;
  std::uint64_t before_records = has_header_row(format) || is_uk(format) ? 1 : 0;
  for (auto more = rows.next(row); more && *more; more = rows.next(row)) {
    if (row.record == 1 && is_uk(format) && lists::is_uk_preamble(row.fields)) ++before_records;
    if (!is_end_of_file(format, row.fields)) ++count;
  }
  return count - before_records;
}

/// Every row of a table is in exactly one of the counts: a missed one could be a missed person.
void check_no_row_lost(const SourceSummary& summary, std::string_view file) {
  if (!is_csv(summary.format)) return;
  const std::uint64_t accounted = summary.entries + summary.lost_documents + summary.not_persons +
                                  summary.skipped_count + summary.attached;
  require(accounted == count_rows(summary.format, file),
          "every row is delivered, attached or skipped");
}

void check_failure(const Error& error) {
  require(error.code == ErrorCode::input_refused, "a file that is not well-formed is refused");
  require(!error.message.empty() && !error.file.empty(), "a refusal says why, and of which file");
}

void check_lists(const std::vector<std::string_view>& files) {
  std::vector<MemoryFile> opened;
  std::vector<std::filesystem::path> paths;
  for (const std::string_view file : files) paths.push_back(opened.emplace_back(file).path());
  Counts delivered;
  const ListSink sink{[&](WatchlistEntry&& entry) {
                        check_entry(entry);
                        delivered.entries += 1;
                        delivered.names += entry.names.size();
                        delivered.documents += entry.documents.size();
                      },
                      [&](LostDocument&&) { delivered.lost_documents += 1; }};
  const auto summaries = read_lists(paths, sink);
  if (!summaries) return check_failure(summaries.error());
  require(summaries->size() == files.size(), "every file has its summary");
  require(sum(*summaries) == delivered, "the counts are what was delivered");
  for (std::size_t i = 0; i < files.size(); ++i) {
    check_reasons((*summaries)[i]);
    check_no_row_lost((*summaries)[i], files[i]);
  }
}

}  // namespace
}  // namespace darvaza::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace darvaza::fuzz;
  check_lists(split_files(as_text(data, size)));
  return 0;
}
