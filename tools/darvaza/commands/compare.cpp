// darvaza compare: could two names be one person's?
#include "darvaza/compare.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "answers/answer_text.h"
#include "commands/commands.h"
#include "output/csv_text.h"
#include "output/exit_status.h"
#include "output/output_file.h"
#include "text/csv_rows.h"
#include "text/input_file.h"

namespace darvaza::tool {
namespace {

constexpr const char* kFooter = R"(
The score is the probability that both names are one person's if, before looking, half of the pairs
are. In screening the odds before looking are far lower, and dates and documents count, too: a score
from here is not a score from `darvaza screen`.

Examples:
  darvaza compare "Darvaza Sinamaev" "Дарваза Синамаев"
  darvaza compare --json "MUHAMMAD ALI" "محمد علی"
  darvaza compare --pairs pairs.csv > scores.csv     columns name_a and name_b in, score added)";

struct Options {
  std::vector<std::string> names;
  std::string pairs;
  bool json = false;
};

int compare_two(const Options& options) {
  const Comparison comparison = compare_names(options.names[0], options.names[1]);
  if (options.json) {
    fmt::print("{}\n", to_json(comparison));
  } else {
    fmt::print("{}\n{}", score_text(comparison.score_bp), evidence_text(comparison.evidence, "  "));
    if (comparison.evidence.empty()) fmt::print("  one of the names has no letters: there is nothing to compare\n");
  }
  return kDone;
}

/// Where name_a and name_b stand in the rows of a file of pairs.
struct PairColumns {
  std::size_t a = 0;
  std::size_t b = 0;
};

Result<PairColumns> find_columns(const text::CsvRow& header, const std::string& file) {
  const auto column = [&](std::string_view name) {
    return static_cast<std::size_t>(std::find(header.fields.begin(), header.fields.end(), name) -
                                    header.fields.begin());
  };
  const PairColumns columns{column("name_a"), column("name_b")};
  if (std::max(columns.a, columns.b) < header.fields.size()) return columns;
  return fail(ErrorCode::input_refused, "the first line must name the columns name_a and name_b",
              file, header.line);
}

std::string scored(const text::CsvRow& row, const PairColumns& columns) {
  const std::string& a = row.fields[columns.a];
  const std::string& b = row.fields[columns.b];
  return fmt::format("{},{},{}\n", csv_text(a), csv_text(b),
                     score_text(compare_names(a, b).score_bp));
}

Result<void> compare_rows(text::CsvRows& rows, const std::string& file, OutputFile& output) {
  text::CsvRow row;
  PairColumns columns;
  for (bool header = true;; header = false) {
    const Result<bool> more = rows.next(row);
    if (!more) return tl::unexpected<Error>(more.error());
    if (header) {
      const Result<PairColumns> found = find_columns(row, file);
      if (!found) return tl::unexpected<Error>(found.error());
      columns = *found;
      output.write("name_a,name_b,score\n");
      continue;
    }
    if (!*more) return output.close();
    if (std::max(columns.a, columns.b) >= row.fields.size()) {
      return fail(ErrorCode::input_refused, "the row has fewer fields than the header", file,
                  row.line, row.record);
    }
    output.write(scored(row, columns));
  }
}

int compare_pairs(const std::string& file) {
  auto in = text::open_input(file);
  if (!in) return report(in.error());
  text::CsvRows rows(*in, file);
  OutputFile output = OutputFile::standard_output();
  const Result<void> done = compare_rows(rows, file, output);
  return done ? kDone : report(done.error());
}

int compare(const Options& options) {
  if (!options.pairs.empty()) return compare_pairs(options.pairs);
  if (options.names.size() == 2) return compare_two(options);
  complain("compare needs two names, or --pairs FILE.csv");
  return kUsage;
}

}  // namespace

void add_compare(Command app, int& status) {
  auto options = std::make_shared<Options>();
  Command command = app.add_command("compare", "Compare two names, or a file of pairs");
  Option names =
      command.add_option("NAME", options->names, "The two names, in any scripts").number_of_values(2);
  Option pairs =
      command.add_option("--pairs", options->pairs, "Score each row of a CSV file, in order")
          .type_name("FILE.csv")
          .excludes(names);
  command.add_flag("--json", options->json, "Write score and reasons as JSON").excludes(pairs);
  command.footer(kFooter);
  command.callback([options, &status] { status = compare(*options); });
}

}  // namespace darvaza::tool
