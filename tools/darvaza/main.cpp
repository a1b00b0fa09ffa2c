// The command line `darvaza`: each subcommand has a file of its own (commands/, lists_commands/, eval_commands/).
#include <cstdio>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "command_line/command_line.h"
#include "commands/commands.h"
#include "darvaza/version.h"
#include "output/exit_status.h"

namespace {

constexpr const char* kAbout =
    "Darvaza: is this traveller, or this document, on any list, and why do you say so?";

constexpr const char* kFooter = R"(
Start here:
  darvaza build --output lists.dvz un.xml sdn.csv alt.csv   one index from watchlist files
  darvaza screen --index lists.dvz flight.edi               one JSON answer per traveller
  darvaza match --index lists.dvz --name "Дарваза Синамаев" one traveller, for people to read

Every subcommand explains itself: darvaza screen --help.
Exit status: 0 done, 1 answers differ (lists conformance), 2 wrong usage, 65 input refused, 66 input missing,
70 internal error, 74 I/O error.)";

int refuse(const darvaza::tool::CommandLine& line) {
  // A misspelt word leaves something required unsaid: the word is what the user has to see.
  const std::vector<std::string> rest = line.not_understood();
  const bool names_it = rest.empty() || line.reason().find(rest.front()) != std::string::npos;
  darvaza::tool::complain(names_it ? line.reason() : fmt::format("'{}' is not understood here; {}", rest.front(), line.reason()));
  std::cerr << "Run 'darvaza --help' or 'darvaza SUBCOMMAND --help' for usage.\n";
  return darvaza::tool::kUsage;
}

int run(int argc, char** argv) {
  darvaza::tool::CommandLine line(kAbout, "darvaza", darvaza::version());
  darvaza::tool::Command root = line.root();
  int status = darvaza::tool::kDone;
  root.footer(kFooter);
  root.require_command();
  darvaza::tool::add_build(root, status);
  darvaza::tool::add_screen(root, status);
  darvaza::tool::add_match(root, status);
  darvaza::tool::add_compare(root, status);
  darvaza::tool::add_mrz(root, status);
  darvaza::tool::add_inspect(root, status);
  darvaza::tool::add_lists(root, status);
  darvaza::tool::add_audit(root, status);
  darvaza::tool::add_register(root, status);
  darvaza::tool::add_rescreen(root, status);
  darvaza::tool::add_romanize(root, status);
  darvaza::tool::add_eval(root, status);
  return line.read(argc, argv) == darvaza::tool::CommandLine::Reading::refused ? refuse(line) : status;
}

/// What was printed must have reached its reader: a full disk behind standard output is a failure.
int flush_output(int status) {
  const bool written = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
  if (written || status != darvaza::tool::kDone) return status;
  darvaza::tool::complain("standard output: cannot be written");
  return darvaza::tool::kIo;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  try {
    return flush_output(run(argc, argv));
  } catch (const std::exception& error) {
    darvaza::tool::complain(std::string("internal error: ") + error.what());
    return darvaza::tool::kInternal;
  }
}
