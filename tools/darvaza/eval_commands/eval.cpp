// darvaza eval: how good are the matches, ours and anyone's, on the user's own labelled data?
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "commands/commands.h"
#include "eval/pairs_run.h"
#include "eval/report.h"
#include "eval/retrieval_run.h"
#include "eval/run_csv.h"
#include "eval/run_json.h"
#include "eval/screening_run.h"
#include "eval/threshold_advice.h"
#include "eval_commands/eval_arguments.h"
#include "eval_commands/eval_text.h"
#include "output/exit_status.h"
#include "output/output_file.h"
#include "output/progress_bar.h"
#include "output/table.h"

namespace darvaza::tool {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFooter = R"(
Columns, measures and the forms of results: docs/eval.md. Results that are kept (--json) hold the names of the
data, the outcome of each case beside them: treat them as the data.

Examples:
  darvaza eval pairs pairs.csv                            columns name_a, name_b, match
  darvaza eval pairs --column name_a=left --column name_b=right --column match=same their.jsonl
  darvaza eval pairs pairs.csv --matcher "ours=python3 our_matcher.py" --json run.json
  darvaza eval retrieval --list un.xml queries.csv         columns name, entry
  darvaza eval screening --list un.xml --positives listed.csv --negatives others.csv
  darvaza eval thresholds --index lists.dvz --negatives others.csv --alerts-per-1000 5
  darvaza eval compare before.json after.json)";

fs::path cases_beside(const std::string& json) { return fs::path(json).replace_extension("cases.csv"); }

/// Before hours of work: none of the outputs is an input, or another output.
Result<void> refuse_outputs_of(const EvalOutputs& outputs, const InputFiles& inputs) {
  std::vector<std::string> files = {outputs.json, outputs.report, outputs.csv};
  if (!outputs.json.empty()) files.push_back(cases_beside(outputs.json).string());
  return refuse_outputs(files, inputs);
}

/// Figures to where they were asked for; the outcomes beside the JSON.
Result<void> write_results(eval::Evaluated& evaluated, const EvalOutputs& outputs, const InputFiles& inputs) {
  if (!outputs.json.empty()) {
    const fs::path cases = cases_beside(outputs.json);
    evaluated.run.outcomes_file = cases.filename().string();
    if (const auto done = write_file(cases.string(), eval::to_csv(evaluated.outcomes), inputs); !done)
      return done;
    if (const auto done = write_file(outputs.json, eval::to_json(evaluated.run), inputs); !done)
      return done;
  }
  if (!outputs.report.empty()) {
    // Of the figures as JSON has them, so that `darvaza eval report` makes the same page of it.
    const auto run = eval::run_from_json(eval::to_json(evaluated.run), outputs.json);
    if (!run) return tl::unexpected(run.error());
    if (auto done = write_file(outputs.report, eval::html_report(*run), inputs); !done) return done;
  }
  if (!outputs.csv.empty()) return write_file(outputs.csv, eval::to_csv(evaluated.run), inputs);
  return {};
}

using RunIt = std::function<Result<eval::Evaluated>(const eval::EvalOptions&)>;

/// Prepares the options, runs, prints and writes; returns the exit status.
int evaluate(const EvalArguments& arguments, const InputFiles& inputs, const RunIt& run) {
  if (const auto allowed = refuse_outputs_of(arguments.outputs, inputs); !allowed) return report(allowed.error());
  Result<eval::EvalOptions> options = arguments.options();
  if (!options) return report(options.error());
  Result<eval::Evaluated> evaluated = [&] {
    ProgressBar bar;
    options->progress = [&](const std::string& stage) { bar.show(-1, stage); };
    return run(*options);
  }();
  if (!evaluated) return report(evaluated.error());
  fmt::print("{}", run_text(evaluated->run));
  const Result<void> written = write_results(*evaluated, arguments.outputs, inputs);
  return written ? kDone : report(written.error());
}

void add_pairs(Command eval, int& status) {
  struct Options {
    EvalArguments arguments;
    std::string file;
  };
  auto options = std::make_shared<Options>();
  Command command =
      eval.add_command("pairs", "Labelled pairs of names: one person's, or not?");
  command
      .add_option("PAIRS", options->file, "CSV or JSON Lines: name_a, name_b, match, and labels")
      .required();
  add_eval_arguments(command, options->arguments);
  command.callback([options, &status] {
    status = evaluate(options->arguments, {options->file}, [&](const eval::EvalOptions& wanted) {
      return eval::run_pairs(options->file, wanted);
    });
  });
}

/// Options of what is measured against a list.
struct ListOptions {
  EvalArguments arguments;
  std::vector<std::string> lists;
  std::string index;
  std::vector<std::string> only;
  bool names_only = false;

  eval::ListSource source() const { return {{lists.begin(), lists.end()}, index}; }
  InputFiles inputs(const std::vector<std::string>& data) const {
    InputFiles files;
    files.add(lists);
    files.add(fs::path(index));
    files.add(data);
    return files;
  }
  eval::TravellerColumns columns(const eval::EvalOptions& wanted) const {
    return {wanted.columns, wanted.slices, only, false, names_only};
  }
};

void add_list_options(Command command, ListOptions& options) {
  Option index =
      command
          .add_option("-i,--index", options.index, "An index instead of lists: without baselines")
          .type_name("INDEX");
  command
      .add_option("--list", options.lists,
                  "A watchlist file, as `darvaza build` reads it; repeatable")
      .type_name("FILE")
      .one_value_each()
      .excludes(index);
  command
      .add_option("--only-columns", options.only,
                  "Show matchers only these columns, divided by commas")
      .divided_by(',')
      .type_name("LIST")
      .one_value_each();
  command.add_flag("--names-only", options.names_only, "Show matchers nothing but names");
}

void add_retrieval(Command eval, int& status) {
  struct Options : ListOptions {
    std::string queries;
  };
  auto options = std::make_shared<Options>();
  Command command = eval.add_command(
      "retrieval", "A list, and queries whose person is on it: who comes first?");
  command.add_option("QUERIES", options->queries, "CSV or JSON Lines: name, entry, and labels")
      .required();
  add_list_options(command, *options);
  add_eval_arguments(command, options->arguments);
  command.callback([options, &status] {
    status = evaluate(options->arguments, options->inputs({options->queries}), [&](const eval::EvalOptions& wanted) {
      return eval::run_retrieval(options->source(), options->queries, options->columns(wanted),
                                 wanted);
    });
  });
}

std::vector<std::string> files_of(const eval::ScreeningData& data) { return {data.positives, data.negatives, data.truth}; }

void add_data_options(Command command, eval::ScreeningData& data, bool needs_listed) {
  Option positives =
      command.add_option("--positives", data.positives, "Travellers who are listed: id, name, facts, entry").type_name("FILE");
  if (needs_listed) positives.required();
  command.add_option("--negatives", data.negatives, "Travellers who are not: id, name, facts")
      .type_name("FILE")
      .required();
  command.add_option("--truth", data.truth, "Who the listed ones are: id, entry, and labels")
      .type_name("FILE")
      .needs(positives);
}

void add_screening(Command eval, int& status) {
  struct Options : ListOptions {
    eval::ScreeningData data;
  };
  auto options = std::make_shared<Options>();
  Command command = eval.add_command(
      "screening", "Listed and unlisted travellers: who is caught, who is held up?");
  add_data_options(command, options->data, true);
  add_list_options(command, *options);
  add_eval_arguments(command, options->arguments);
  command.callback([options, &status] {
    status = evaluate(options->arguments, options->inputs(files_of(options->data)), [&](const eval::EvalOptions& wanted) {
      return eval::run_screening(options->source(), options->data, options->columns(wanted),
                                 wanted);
    });
  });
}

std::string advice_text(const eval::ThresholdAdvice& advice) {
  using enum Table::Align;
  Table table(
      {{"score"}, {"from", right}, {"alarms in 1,000 unlisted", right}, {"listed caught", right}});
  for (const eval::AdvisedScore& advised : {advice.review, advice.hit}) {
    const eval::Estimate& rate = advised.alarm_rate;
    table.add({advised.name, fmt::format("{:.4f}", advised.score),
               fmt::format("{:.2f} ({:.2f} to {:.2f})", rate.value * 1000, rate.low * 1000,
                           rate.high * 1000),
               estimate_text(advised.recall)});
  }
  std::string text =
      fmt::format("{} unlisted and {} listed travellers\n\n{}",
                  advice.run.cases - advice.run.positives, advice.run.positives, table.take());
  for (const eval::AdvisedScore& advised : {advice.review, advice.hit}) {
    if (!advised.reachable) {
      text += fmt::format(
          "note: no score keeps {} within the budget: too many unlisted travellers score 1\n",
          advised.name);
    }
  }
  for (const std::string& remark : advice.run.remarks) text += fmt::format("note: {}\n", remark);
  return text +
         fmt::format("\nfor darvaza screen and match: --review-score {:.4f} --hit-score {:.4f}\n",
                     advice.review.score, advice.hit.score);
}

int advise(const EvalArguments& arguments, const InputFiles& inputs,
           const std::function<Result<eval::ThresholdAdvice>(const eval::EvalOptions&)>& run) {
  if (const auto allowed = refuse_outputs_of(arguments.outputs, inputs); !allowed) return report(allowed.error());
  Result<eval::EvalOptions> options = arguments.options();
  if (!options) return report(options.error());
  options->baselines.clear();
  const Result<eval::ThresholdAdvice> advice = [&] {
    ProgressBar bar;
    options->progress = [&](const std::string& stage) { bar.show(-1, stage); };
    return run(*options);
  }();
  if (!advice) return report(advice.error());
  fmt::print("{}", advice_text(*advice));
  if (arguments.outputs.json.empty()) return kDone;
  const Result<void> written = write_file(arguments.outputs.json, eval::to_json(*advice), inputs);
  return written ? kDone : report(written.error());
}

void add_thresholds(Command eval, int& status) {
  struct Options : ListOptions {
    eval::ScreeningData data;
    eval::AlertBudget budget;
  };
  auto options = std::make_shared<Options>();
  Command command =
      eval.add_command("thresholds", "Which review and hit scores keep to a budget of alerts?");
  add_data_options(command, options->data, false);
  add_list_options(command, *options);
  command
      .add_option("--alerts-per-1000", options->budget.reviews_per_1000,
                  "Alerts, reviews and hits, for 1,000 unlisted travellers")
      .default_shown()
      .type_name("X")
      .between(0.0, 1000.0);
  Option hits = command.add_option("--hits-per-1000", options->budget.hits_per_1000, "Hits among them; at most as many as alerts")
      .default_shown()
      .type_name("X")
      .between(0.0, 1000.0);
  add_shared_arguments(command, options->arguments);
  command.callback([options, hits, &status] {
    if (!hits.given()) options->budget.hits_per_1000 = std::min(options->budget.hits_per_1000, options->budget.reviews_per_1000);
    status = advise(options->arguments, options->inputs(files_of(options->data)), [&](const eval::EvalOptions& wanted) {
      return eval::advise_thresholds(options->source(), options->data, options->columns(wanted),
                                     options->budget, wanted);
    });
  });
}

}  // namespace

void add_eval(Command app, int& status) {
  Command command = app.add_command("eval", "Measure matchers on labelled data");
  command.require_command();
  command.footer(kFooter);
  add_pairs(command, status);
  add_retrieval(command, status);
  add_screening(command, status);
  add_thresholds(command, status);
  add_eval_compare(command, status);
  add_eval_perturb(command, status);
  add_eval_report(command, status);
}

}  // namespace darvaza::tool
