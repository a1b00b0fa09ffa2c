#include "eval_commands/eval_arguments.h"

#include <fstream>
#include <iterator>
#include <utility>

namespace darvaza::tool {
namespace {

/// "NAME=REST"; nothing without a name or a rest.
Result<std::pair<std::string, std::string>> divided(const std::string& option,
                                                    const std::string& text) {
  const std::size_t sign = text.find('=');
  if (sign != std::string::npos && sign > 0 && sign + 1 < text.size()) {
    return std::pair{text.substr(0, sign), text.substr(sign + 1)};
  }
  return fail(ErrorCode::usage, option + ": expected NAME=VALUE, got '" + text + "'");
}

std::string shell_quoted(const std::string& word) {
  constexpr const char* kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=./:,@%";
  if (!word.empty() && word.find_first_not_of(kPlain) == std::string::npos) return word;
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + '\'';
}

}  // namespace

std::string command_as_typed() {
  std::ifstream in("/proc/self/cmdline", std::ios::binary);
  std::string command;
  for (std::string word; std::getline(in, word, '\0');) {
    command += (command.empty() ? "" : " ") + shell_quoted(word);
  }
  return command;
}

Result<eval::EvalOptions> EvalArguments::options() const {
  eval::EvalOptions options = plain;
  options.command = command_as_typed();
  options.threads = jobs.threads();
  Result<std::vector<eval::Baseline>> found = eval::find_baselines(baselines);
  if (!found) return tl::unexpected<Error>(found.error());
  options.baselines = std::move(*found);
  for (const std::string& column : columns) {
    const auto parts = divided("--column", column);
    if (!parts) return tl::unexpected<Error>(parts.error());
    options.columns.push_back(*parts);
  }
  for (const std::string& matcher : matchers) {
    const auto parts = divided("--matcher", matcher);
    if (!parts) return tl::unexpected<Error>(parts.error());
    options.matchers.push_back({parts->first, parts->second});
  }
  return options;
}

void add_bootstrap_arguments(Command command, eval::BootstrapOptions& bootstrap) {
  command.add_option("--bootstrap", bootstrap.rounds, "Draws for the intervals; 0: no intervals")
      .default_shown()
      .type_name("N")
      .between(0, 100000);
  command.add_option("--confidence", bootstrap.confidence, "What the intervals hold, 0.5 to 0.999")
      .default_shown()
      .type_name("C")
      .between(0.5, 0.999);
  command.add_option("--seed", bootstrap.seed, "Another seed draws other cases")
      .default_shown()
      .type_name("N");
}

void add_shared_arguments(Command command, EvalArguments& arguments) {
  command.add_option("--column", arguments.columns, "Read OUR column from THEIRS; repeatable")
      .type_name("OUR=THEIRS")
      .one_value_each();
  add_bootstrap_arguments(command, arguments.plain.bootstrap);
  add_jobs_argument(command, arguments.jobs);
  command.add_option("--json", arguments.outputs.json, "Write all figures to this file")
      .type_name("FILE");
}

void add_eval_arguments(Command command, EvalArguments& arguments) {
  eval::EvalOptions& plain = arguments.plain;
  add_shared_arguments(command, arguments);
  command.add_option("--slice", plain.slices, "Slice by this column, too; repeatable")
      .type_name("COLUMN")
      .one_value_each();
  command
      .add_option("--baselines", arguments.baselines,
                  "all, none, or some of them, divided by commas")
      .default_shown()
      .type_name("LIST");
  command
      .add_option("--matcher", arguments.matchers,
                  "Another matcher: a command that reads cases and writes scores; repeatable")
      .type_name("NAME=COMMAND")
      .one_value_each();
  command.add_option("--miss-cost", plain.miss_price, "Price of a miss")
      .default_shown()
      .type_name("X")
      .not_negative();
  command.add_option("--alarm-cost", plain.alarm_price, "Price of a false alarm")
      .default_shown()
      .type_name("X")
      .not_negative();
  command.add_option("--worst", plain.worst, "How many misses and false alarms results name")
      .default_shown()
      .type_name("N")
      .between(0, 1000);
  command.add_option("--title", plain.title, "What the results are called").type_name("TEXT");
  command.add_option("--report", arguments.outputs.report,
                     "Write a page that shows everything (HTML) to this file");
  command.add_option("--csv", arguments.outputs.csv, "Write all figures as rows to this file")
      .type_name("FILE");
}

}  // namespace darvaza::tool
