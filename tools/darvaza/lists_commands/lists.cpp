// darvaza lists: signed list releases; docs/list-releases.md.
#include "lists_commands/lists.h"

#include "commands/commands.h"

namespace darvaza::tool {
namespace {

constexpr const char* kFooter = R"(
A publisher:  darvaza lists keygen, root, publish
A post:       darvaza lists update, compact, status, rollback-check, forget
Anybody:      darvaza lists verify, diff, reference, conformance, entry

Format, rules and examples: docs/list-releases.md.)";

}  // namespace

void add_lists(Command app, int& status) {
  Command lists = app.add_command("lists", "Publish, fetch and compare signed list releases");
  lists.require_command();
  lists.footer(kFooter);
  add_lists_publisher(lists, status);
  add_lists_post(lists, status);
  add_lists_diff(lists, status);
  add_lists_conformance(lists, status);
  add_lists_records(lists, status);
}

}  // namespace darvaza::tool
