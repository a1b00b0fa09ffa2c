// The subcommands of `darvaza lists`, by who runs them.
#pragma once

#include <CLI/CLI.hpp>

namespace darvaza::tool {

void add_lists_publisher(CLI::App& lists, int& status);  ///< keygen, root, publish
void add_lists_post(CLI::App& lists, int& status);       ///< verify, update, compact, status, rollback-check
void add_lists_diff(CLI::App& lists, int& status);
void add_lists_conformance(CLI::App& lists, int& status);  ///< reference, conformance
void add_lists_records(CLI::App& lists, int& status);      ///< entry, forget

}  // namespace darvaza::tool
