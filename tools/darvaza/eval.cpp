// darvaza eval
#include "commands.h"
namespace darvaza::tool {
void add_eval(CLI::App& app, int& status) {
  CLI::App* eval = app.add_subcommand("eval", "Measure");
  eval->require_subcommand(1);
  add_eval_perturb(*eval, status);
  add_eval_report(*eval, status);
}
}  // namespace darvaza::tool
