// The subcommands of `darvaza lists`, by who runs them.
#pragma once

#include "command_line/command_line.h"

namespace darvaza::tool {

void add_lists_publisher(Command lists, int& status);  ///< keygen, root, publish
void add_lists_post(Command lists, int& status);       ///< verify, update, compact, status, rollback-check
void add_lists_diff(Command lists, int& status);
void add_lists_conformance(Command lists, int& status);  ///< reference, conformance
void add_lists_records(Command lists, int& status);      ///< entry, forget

}  // namespace darvaza::tool
