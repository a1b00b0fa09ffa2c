// The subcommands, one file each. Each adds itself to the command line; when it runs it leaves its
// exit status in `status` (exit_status.h).
#pragma once

#include "command_line/command_line.h"

namespace darvaza::tool {

void add_build(Command app, int& status);
void add_screen(Command app, int& status);
void add_match(Command app, int& status);
void add_compare(Command app, int& status);
void add_mrz(Command app, int& status);
void add_inspect(Command app, int& status);
void add_lists(Command app, int& status);
void add_register(Command app, int& status);
void add_rescreen(Command app, int& status);
void add_romanize(Command app, int& status);
void add_eval(Command app, int& status);
void add_audit(Command app, int& status);

/// Subcommands of eval.
void add_eval_compare(Command eval, int& status);
void add_eval_perturb(Command eval, int& status);
void add_eval_report(Command eval, int& status);

}  // namespace darvaza::tool
