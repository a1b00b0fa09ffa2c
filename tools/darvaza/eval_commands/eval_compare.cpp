// darvaza eval compare: what changed between two runs, and could chance have done it?
#include <filesystem>
#include <memory>
#include <string>

#include <fmt/core.h>

#include "commands/commands.h"
#include "eval/compare_runs.h"
#include "eval/report.h"
#include "eval_commands/eval_arguments.h"
#include "eval_commands/eval_text.h"
#include "output/exit_status.h"
#include "output/output_file.h"
#include "output/table.h"
#include "output/terminal.h"

namespace darvaza::tool {
namespace {

struct Options {
  std::string before, after, json, report;
  std::string matcher_before, matcher_after;
  double threshold_before = 0.5, threshold_after = 0.5;
  std::size_t shown = 20;
  eval::BootstrapOptions bootstrap;
};

std::string change_table(const eval::RunComparison& comparison) {
  using enum Table::Align;
  Table table({{"measure"}, {"before", right}, {"after", right}, {"difference", right}, {""}});
  for (const eval::ChangedFigure& figure : comparison.figures) {
    const bool sure = figure.difference.low > 0 || figure.difference.high < 0;
    table.add({figure.label, estimate_text({figure.before, eval::kNone, eval::kNone}),
               estimate_text({figure.after, eval::kNone, eval::kNone}),
               estimate_text(figure.difference), sure ? "significant" : "within chance"});
  }
  return table.take();
}

std::string flip_text(const eval::RunComparison& comparison, std::size_t shown) {
  std::string text;
  for (std::size_t i = 0; i < comparison.flipped.size() && i < shown; ++i) {
    const eval::FlippedCase& c = comparison.flipped[i];
    text += fmt::format("  {}  {:.4f} -> {:.4f}  {}  {} ~ {}\n", c.now_right ? "mended" : "broken",
                        c.score_before, c.score_after, printable(c.id), printable(c.asked),
                        c.truth.empty() ? "nobody" : printable(c.truth));
  }
  if (shown < comparison.flipped.size()) {
    text += fmt::format("  and {} more: --flips, or --json\n", comparison.flipped.size() - shown);
  }
  return text;
}

std::string comparison_text(const eval::RunComparison& c, std::size_t shown) {
  std::string text =
      fmt::format("{} cases: {} ({}) against {} ({})\n\n", c.cases, printable(c.matcher_before),
                  c.date_before, printable(c.matcher_after), c.date_after);
  text += change_table(c);
  text += fmt::format(
      "\nright in both {}, wrong in both {}, mended {}, broken {}; McNemar's exact test: p = "
      "{:.4g}\n",
      c.both_right, c.both_wrong, c.mended, c.broken, c.p_value);
  return text + flip_text(c, shown);
}

int compare(const Options& options) {
  InputFiles inputs;
  for (const std::string& run : {options.before, options.after}) {
    inputs.add(std::filesystem::path(run));
    inputs.add(std::filesystem::path(run).replace_extension("cases.csv"));
  }
  if (const auto allowed = refuse_outputs({options.json, options.report}, inputs); !allowed) return report(allowed.error());
  Result<eval::ComparedRun> before = eval::read_compared(options.before);
  if (!before) return report(before.error());
  Result<eval::ComparedRun> after = eval::read_compared(options.after);
  if (!after) return report(after.error());
  before->matcher = options.matcher_before;
  after->matcher = options.matcher_after;
  before->threshold = options.threshold_before;
  after->threshold = options.threshold_after;
  const Result<eval::RunComparison> comparison =
      eval::compare_runs(*before, *after, options.bootstrap);
  if (!comparison) return report(comparison.error());
  fmt::print("{}", comparison_text(*comparison, options.shown));
  if (!options.report.empty()) {
    const Result<void> written = write_file(options.report, eval::html_report(*comparison), inputs);
    if (!written) return report(written.error());
  }
  if (options.json.empty()) return kDone;
  const Result<void> written = write_file(options.json, eval::to_json(*comparison), inputs);
  return written ? kDone : report(written.error());
}

}  // namespace

void add_eval_compare(Command eval, int& status) {
  auto options = std::make_shared<Options>();
  Command command = eval.add_command(
      "compare", "Two runs over the same cases: what changed, and which cases flipped?");
  command
      .add_option("BEFORE", options->before,
                  "The older run: the file of --json, with the cases beside it")
      .required();
  command
      .add_option("AFTER", options->after,
                  "The newer run; may be the same file, for another matcher")
      .required();
  command
      .add_option("--matcher-before", options->matcher_before,
                  "Which matcher of the older run; by default the first")
      .type_name("NAME");
  command.add_option("--matcher-after", options->matcher_after, "Which matcher of the newer run")
      .type_name("NAME");
  command
      .add_option("--threshold-before", options->threshold_before,
                  "From this score on the older run raises an alarm")
      .default_shown()
      .type_name("S");
  command.add_option("--threshold-after", options->threshold_after, "The same for the newer run")
      .default_shown()
      .type_name("S");
  command.add_option("--flips", options->shown, "How many flipped cases to print")
      .default_shown()
      .type_name("N");
  add_bootstrap_arguments(command, options->bootstrap);
  command
      .add_option("--json", options->json,
                  "Write everything, all flipped cases included, to this file")
      .type_name("FILE");
  command.add_option("--report", options->report, "Write a page that shows it (HTML) to this file")
      .type_name("FILE");
  command.callback([options, &status] { status = compare(*options); });
}

}  // namespace darvaza::tool
