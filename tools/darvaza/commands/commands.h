// The subcommands, one file each. Each adds itself to the command line; when it runs it leaves its
// exit status in `status` (exit_status.h).
#pragma once

#include <CLI/CLI.hpp>

namespace darvaza::tool {

void add_build(CLI::App& app, int& status);
void add_screen(CLI::App& app, int& status);
void add_match(CLI::App& app, int& status);
void add_compare(CLI::App& app, int& status);
void add_mrz(CLI::App& app, int& status);
void add_inspect(CLI::App& app, int& status);
void add_lists(CLI::App& app, int& status);
void add_register(CLI::App& app, int& status);
void add_rescreen(CLI::App& app, int& status);
void add_romanize(CLI::App& app, int& status);
void add_eval(CLI::App& app, int& status);
void add_audit(CLI::App& app, int& status);

/// Subcommands of eval.
void add_eval_compare(CLI::App& eval, int& status);
void add_eval_perturb(CLI::App& eval, int& status);
void add_eval_report(CLI::App& eval, int& status);

}  // namespace darvaza::tool
