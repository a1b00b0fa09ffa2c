// The subcommands of `darvaza eval` that have a file of their own.
#pragma once

#include <CLI/CLI.hpp>

namespace darvaza::tool {

void add_eval_compare(CLI::App& eval, int& status);
void add_eval_perturb(CLI::App& eval, int& status);
void add_eval_report(CLI::App& eval, int& status);

}  // namespace darvaza::tool
