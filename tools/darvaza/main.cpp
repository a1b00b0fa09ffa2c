// The command line `darvaza`: each subcommand has a file of its own (commands/, lists_commands/, eval_commands/).
#include <cstdio>
#include <exception>
#include <iostream>
#include <string_view>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

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

/// CLI11 has exit codes of its own; the contract knows two: help was asked for, or the usage is
/// wrong.
int finish_parse(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == 0) return app.exit(error);
  // A misspelt word leaves something required unsaid: the word is what the user has to see.
  const std::vector<std::string> rest = app.remaining(true);
  const bool names_it = rest.empty() || std::string_view(error.what()).find(rest.front()) != std::string_view::npos;
  darvaza::tool::complain(names_it ? error.what() : fmt::format("'{}' is not understood here; {}", rest.front(), error.what()));
  std::cerr << "Run 'darvaza --help' or 'darvaza SUBCOMMAND --help' for usage.\n";
  return darvaza::tool::kUsage;
}

int run(int argc, char** argv) {
  CLI::App app(kAbout, "darvaza");
  int status = darvaza::tool::kDone;
  app.set_version_flag("--version", std::string("darvaza ") + darvaza::version());
  app.footer(kFooter);
  app.require_subcommand(1);
  darvaza::tool::add_build(app, status);
  darvaza::tool::add_screen(app, status);
  darvaza::tool::add_match(app, status);
  darvaza::tool::add_compare(app, status);
  darvaza::tool::add_mrz(app, status);
  darvaza::tool::add_inspect(app, status);
  darvaza::tool::add_lists(app, status);
  darvaza::tool::add_audit(app, status);
  darvaza::tool::add_register(app, status);
  darvaza::tool::add_rescreen(app, status);
  darvaza::tool::add_romanize(app, status);
  darvaza::tool::add_eval(app, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return finish_parse(app, error);
  }
  return status;
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
