// darvaza match: one traveller, given on the command line.
#include <algorithm>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "answers/answer_text.h"
#include "commands/commands.h"
#include "darvaza/read_travellers.h"
#include "darvaza/screener.h"
#include "input/screening_arguments.h"
#include "output/csv_text.h"
#include "output/exit_status.h"
#include "output/terminal.h"
#include "records/today.h"

namespace darvaza::tool {
namespace {

constexpr const char* kFooter = R"(
Give what is known: the more, the surer the answer. Names may be in any script; --name can be
repeated for several spellings of one person's name. States are given as ISO or ICAO codes or in
English. The exit status says whether the search was done, not what it found.

Examples:
  darvaza match --index lists.dvz --name "نادر رستمی" --birth-date 1971-03-02
  darvaza match --index lists.dvz --name "ROSTAMI NADER" --nationality IRN --sex M --json
  darvaza match --index lists.dvz --document AB1234567 --issuing-state PAK)";

struct Options {
  ScreeningArguments screening;
  std::vector<std::string> names;
  /// Heading of the manifest column and its value.
  std::vector<std::pair<std::string, std::string>> facts = {
      {"birth_date", ""},    {"nationality", ""},   {"sex", ""},
      {"birth_place", ""},   {"father_name", ""},   {"document_number", ""},
      {"document_type", ""}, {"issuing_state", ""}, {"mrz", ""}};
  bool json = false;

  std::string& fact(std::string_view heading) {
    return std::find_if(facts.begin(), facts.end(),
                        [&](const auto& f) { return f.first == heading; })
        ->second;
  }
};

/// The options as a manifest, so that they are read by the same rules as everyone else's
/// travellers: one row a spelling of the name; the facts stand in the first.
std::string manifest_of(const Options& options) {
  std::vector<std::string> cells{"name"};
  for (const auto& [heading, value] : options.facts) cells.emplace_back(heading);
  std::string csv = csv_line(cells);
  const std::size_t rows = std::max<std::size_t>(1, options.names.size());
  for (std::size_t row = 0; row < rows; ++row) {
    cells = {row < options.names.size() ? options.names[row] : ""};
    for (const auto& [heading, value] : options.facts) cells.push_back(row == 0 ? value : "");
    csv += csv_line(cells);
  }
  return csv;
}

/// Adds another row's spellings and problems to the first row's traveller.
void merge(Traveller&& row, Traveller& traveller) {
  std::move(row.names.begin(), row.names.end(), std::back_inserter(traveller.names));
  std::move(row.problems.begin(), row.problems.end(), std::back_inserter(traveller.problems));
}

/// Takes out which line of the manifest a problem is in: nobody has written it.
void forget_lines(std::vector<Problem>& problems) {
  for (Problem& problem : problems) {
    if (!problem.where.starts_with("line ")) continue;
    const std::size_t end = std::min(problem.where.find(", "), problem.where.size());
    problem.where.erase(0, std::min(end + 2, problem.where.size()));
  }
}

Result<Traveller> read_options(const Options& options) {
  std::istringstream in(manifest_of(options));
  std::vector<Traveller> rows;
  const ManifestOptions format{ManifestFormat::csv, records::this_year()};
  const auto summary = read_travellers(in, "command line", format, [&](Traveller&& traveller) {
    rows.push_back(std::move(traveller));
  });
  if (!summary) return tl::unexpected<Error>(summary.error());
  if (rows.empty()) return fail(ErrorCode::usage, "no traveller could be read from the options");
  for (std::size_t i = 1; i < rows.size(); ++i) merge(std::move(rows[i]), rows[0]);
  rows[0].problems.insert(rows[0].problems.end(), summary->problems.begin(),
                          summary->problems.end());
  forget_lines(rows[0].problems);
  return std::move(rows[0]);
}

int match(const Options& options) {
  const Result<Traveller> traveller = read_options(options);
  if (!traveller) return report(traveller.error());
  const Result<Screener> screener = options.screening.open();
  if (!screener) return report(screener.error());
  const ScreeningOptions asked = options.screening.options();
  tell_clock(*screener, asked.post);
  const ScreeningResult answer = screener->screen(*traveller, asked);
  if (options.json) {
    fmt::print("{}\n", to_json(answer));
  } else {
    fmt::print("{}", answer_text(answer, Paint(stdout)));
  }
  return kDone;
}

}  // namespace

void add_match(Command app, int& status) {
  auto options = std::make_shared<Options>();
  Command command = app.add_command("match", "Screen one traveller given by options");
  add_screening_arguments(command, options->screening);
  Command who = command.add_group("traveller", "Who or what is checked");
  who.add_option("-n,--name", options->names, "The traveller's name, in any script; repeatable");
  who.add_option("--document", options->fact("document_number"), "Number of the travel document");
  who.add_option("--mrz", options->fact("mrz"),
                 "The lines of a machine-readable zone, run together");
  who.require_option();
  const auto add_fact = [&](const char* option, const char* heading, const char* about) {
    command.add_option(option, options->fact(heading), about);
  };
  add_fact("--birth-date", "birth_date", "1980, 1980-05 or 1980-05-17");
  add_fact("--nationality", "nationality", "Nationality");
  add_fact("--sex", "sex", "F, M or X");
  add_fact("--birth-place", "birth_place", "Place of birth");
  add_fact("--father-name", "father_name", "The father's name");
  add_fact("--document-type", "document_type", "Type of the document, such as P");
  add_fact("--issuing-state", "issuing_state", "State that issued the document");
  command.add_flag("--json", options->json, "Write the answer as JSON");
  command.footer(kFooter);
  command.callback([options, &status] { status = match(*options); });
}

}  // namespace darvaza::tool
