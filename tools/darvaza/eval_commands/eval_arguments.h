// Options that the subcommands of `darvaza eval` share.
#pragma once

#include <string>
#include <vector>

#include "command_line/command_line.h"
#include "darvaza/error.h"
#include "eval/eval_options.h"
#include "input/jobs.h"

namespace darvaza::tool {

/// Where results go besides the terminal; empty: nowhere.
struct EvalOutputs {
  std::string json, csv, report;
};

struct EvalArguments {
  EvalOutputs outputs;
  std::vector<std::string> columns;   ///< "name_a=left"
  std::vector<std::string> matchers;  ///< "NAME=COMMAND"
  std::string baselines = "all";
  Jobs jobs;
  eval::EvalOptions plain;  ///< what needs no checking

  /// What was asked for, or ErrorCode::usage.
  Result<eval::EvalOptions> options() const;
};

/// What every subcommand that reads data takes, and all that those that compare matchers take.
void add_shared_arguments(Command command, EvalArguments& arguments);
void add_eval_arguments(Command command, EvalArguments& arguments);

/// --bootstrap, --confidence and --seed.
void add_bootstrap_arguments(Command command, eval::BootstrapOptions& bootstrap);

/// The command line of this process, quoted for a shell.
std::string command_as_typed();

}  // namespace darvaza::tool
