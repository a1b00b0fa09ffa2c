// darvaza build: watchlist files in any supported format → one index.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "commands/commands.h"
#include "darvaza/build_index.h"
#include "input/source_report.h"
#include "output/exit_status.h"
#include "output/progress_bar.h"
#include "output/table.h"
#include "text/json_text.h"

namespace darvaza::tool {
namespace {

namespace json = boost::json;

constexpr const char* kFooter = R"(
Formats are recognised by content: the UN consolidated list (XML), EU financial sanctions (XML), the
UK Sanctions List and OFSI's list (CSV), OFAC's lists (sdn.xml, the advanced XML, or SDN.CSV with
ALT.CSV and ADD.CSV), Canada's autonomous sanctions (XML), INTERPOL's public notices (JSON),
OpenSanctions targets.simple.csv, FollowTheMoney JSON lines, plain CSV of persons, plain CSV of lost
and stolen documents.

A record that cannot be read is skipped, counted and named on standard error ("skipped: ..."); so is a
fact that cannot be read in a record that is kept ("not read: ..."), and a record whose last day of validity
is past, which nobody is shown ("over: ..."). A file that is not well-formed is
refused, and no index is written: the old one stays as it is. So is a list without records, unless
--allow-empty says that it is meant.

For scripts, whose messages nobody reads: with --strict nothing may be lost. A record that was skipped, a
fact that was not read, a name that cannot be found or a list that --since drops ends with 65 and leaves
the old index as it is. Organisations are no loss.

Examples:
  darvaza build --output lists.dvz consolidated.xml
  darvaza build --output lists.dvz sdn.csv alt.csv add.csv lost-documents.csv
  darvaza build --output lists.dvz --json *.csv > summary.json
  darvaza build --output changes.dvz --since monday/zala.csv tuesday/zala.csv
  darvaza build --output lists.dvz --compact lists.dvz changes.dvz)";

struct Options {
  std::string output;
  std::vector<std::filesystem::path> sources;
  BuildOptions build;
  bool compact = false;
  bool json = false;
  bool verbose = false;
};

using Seconds = std::chrono::duration<double>;

std::string summary_table(const BuildReport& report) {
  using enum Table::Align;
  Table table({{"file"},
               {"format"},
               {"list"},
               {"dated"},
               {"entries", right},
               {"names", right},
               {"documents", right},
               {"lost documents", right},
               {"not persons", right},
               {"skipped", right}});
  for (const SourceSummary& s : report.sources) {
    table.add({std::filesystem::path(s.file).filename().string(), std::string(to_string(s.format)),
               s.list, s.list_date, fmt::to_string(s.entries), fmt::to_string(s.names),
               fmt::to_string(s.documents), fmt::to_string(s.lost_documents),
               fmt::to_string(s.not_persons), fmt::to_string(s.skipped_count)});
  }
  return table.take();
}

json::object source_json(const SourceSummary& s) {
  return {{"file", text::json_text(s.file)},    {"format", text::json_text(to_string(s.format))},
          {"list", text::json_text(s.list)},    {"list_date", text::json_text(s.list_date)},
          {"entries", s.entries},         {"names", s.names},
          {"documents", s.documents},     {"lost_documents", s.lost_documents},
          {"not_persons", s.not_persons}, {"attached", s.attached},
          {"skipped", reasons_json(s.skipped)},
          {"remarks", reasons_json(s.remarks)},
          {"over", reasons_json(s.over)}};
}

std::string summary_json(const BuildReport& report, const Options& options, Seconds seconds) {
  json::array sources;
  for (const SourceSummary& source : report.sources) sources.push_back(source_json(source));
  // Boost.JSON writes 1.5 as 1.5E0: seconds are added by hand.
  std::string text = json::serialize(json::object{{"index", text::json_text(options.output)},
                                                  {"bytes", report.index_bytes},
                                                  {"unsearchable_names", report.unsearchable_names},
                                                  {"sources", sources}});
  text.pop_back();
  return fmt::format("{},\"seconds\":{:.3f}}}\n", text, seconds.count());
}

void print_summary(const BuildReport& report, const Options& options, Seconds seconds) {
  if (options.json) {
    fmt::print("{}", summary_json(report, options, seconds));
    return;
  }
  fmt::print("{}", summary_table(report));
  if (report.unsearchable_names > 0) {
    fmt::print("{} names have no letters that can be compared and cannot be found by name\n", report.unsearchable_names);
  }
  fmt::print("{}: {} bytes in {:.2f} seconds\n", options.output, report.index_bytes,
             seconds.count());
}

/// Sources of the older state whose list the newer one has no file of: the index of changes takes out all that they held.
std::vector<SourceSummary> dropped_sources(const BuildReport& report) {
  std::vector<SourceSummary> dropped;
  std::copy_if(report.since.begin(), report.since.end(), std::back_inserter(dropped), [&](const SourceSummary& older) {
    return older.format != ListFormat::list_terms_csv &&
           std::none_of(report.sources.begin(), report.sources.end(), [&](const SourceSummary& source) { return source.list == older.list; });
  });
  return dropped;
}

/// Indexes may be made one in the place of one of them: that is written beside it and renamed.
int compact(const Options& options) {
  const Result<std::uint64_t> bytes = compact_indexes(options.sources, options.output);
  if (!bytes) return tool::report(bytes.error());
  if (options.json) {
    fmt::print("{}\n", json::serialize(json::object{{"index", text::json_text(options.output)}, {"bytes", *bytes}}));
  } else {
    fmt::print("{}: {} bytes\n", options.output, *bytes);
  }
  return kDone;
}

int build(Options& options) {
  const auto start = std::chrono::steady_clock::now();
  std::vector<SourceSummary> read;  // also of a build that is refused: why a list has no record is told there
  options.build.sources_read = [&](std::span<const SourceSummary> sources) { read.assign(sources.begin(), sources.end()); };
  const Result<BuildReport> report = [&] {
    ProgressBar bar;
    return build_index(options.sources, options.output, options.build,
                       [&](double fraction, const char* stage) { bar.show(fraction, stage); });
  }();
  if (report) {
    for (const SourceSummary& list : dropped_sources(*report)) {
      complain(fmt::format("{}: the list {} is dropped, {} entries and {} lost documents: no source is of it any more", list.file, list.list,
                           list.entries, list.lost_documents));
    }
  }
  tell_unread(read, options.verbose ? kAllReasons : kShownReasons, "--verbose shows all");
  tell_over(read, options.verbose ? kAllReasons : kShownOver, "--verbose shows all");
  if (!report) return tool::report(report.error());
  print_summary(*report, options, std::chrono::steady_clock::now() - start);
  return kDone;
}

}  // namespace

void add_build(Command app, int& status) {
  auto options = std::make_shared<Options>();
  Command command = app.add_command("build", "Build an index from watchlist files");
  command.add_option("-o,--output", options->output, "The index file to write")
      .required()
      .type_name("INDEX");
  command.add_option("SOURCE", options->sources, "Watchlist files, in any supported format")
      .required();
  command
      .add_option("--since", options->build.since,
                  "Index only what differs from this older file, to be searched behind an index of it; repeatable")
      .one_value_each()
      .type_name("SOURCE");
  command
      .add_flag("--compact", options->compact,
                "The sources are indexes that are searched together: make one of them")
      .excludes("--since");
  command.add_flag("--allow-empty", options->build.allow_empty, "Index lists without records, too: whoever they named is clear then");
  command.add_flag("--strict", options->build.strict, "Write no index where anything of the lists would be lost: a record, a name, a date, a number")
      .excludes("--compact");
  command.add_flag("--json", options->json, "Print the summary as one JSON object");
  command.add_flag("-v,--verbose", options->verbose,
                   "Name every record and fact that is not read, not only 20 a file");
  command.footer(kFooter);
  command.callback([options, &status] { status = options->compact ? compact(*options) : build(*options); });
}

}  // namespace darvaza::tool
