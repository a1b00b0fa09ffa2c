// darvaza lists: signed list releases; docs/list-releases.md.
#include "lists.h"

#include <algorithm>

#include "commands.h"

namespace darvaza::tool {
namespace {

constexpr const char* kFooter = R"(
A publisher:  darvaza lists keygen, root, publish
A post:       darvaza lists update, compact, status, rollback-check, forget
Anybody:      darvaza lists verify, diff, reference, conformance, entry

Format, rules and examples: docs/list-releases.md.)";

}  // namespace

std::int64_t parse_duration(const std::string& text) {
  const auto digits = text.find_first_not_of("0123456789");
  const std::string unit = digits == std::string::npos ? "" : text.substr(digits);
  const std::int64_t seconds = unit == "s"   ? 1
                               : unit == "m" ? 60
                               : unit == "h" ? 3600
                               : unit == "d" ? 86400
                                             : 0;
  if (digits == 0 || digits > 6 || seconds == 0) {
    throw CLI::ValidationError("'" + text + "': expected a duration such as 90s, 30m, 12h or 7d");
  }
  return std::stoll(text.substr(0, digits)) * seconds;
}

void add_lists(CLI::App& app, int& status) {
  CLI::App* lists = app.add_subcommand("lists", "Publish, fetch and compare signed list releases");
  lists->require_subcommand(1);
  lists->footer(kFooter);
  add_lists_publisher(*lists, status);
  add_lists_post(*lists, status);
  add_lists_diff(*lists, status);
  add_lists_conformance(*lists, status);
  add_lists_records(*lists, status);
}

}  // namespace darvaza::tool
