// The bash completion offers what --help lists: no more, no less.
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "cli/help_options.h"
#include "cli/run_darvaza.h"

namespace darvaza::test {
namespace {

/// The line `  build) options="--output …" ;;` of the completion script, or `"eval pairs")
/// options=…`.
std::set<std::string> options_in_completion(const std::string& subcommand) {
  const std::string script =
      read_file(std::filesystem::path(DARVAZA_SOURCE_DIR) / "tools/completion/darvaza.bash");
  const bool is_two_words = subcommand.find(' ') != std::string::npos;
  const std::string pattern = is_two_words ? '"' + subcommand + '"' : "    " + subcommand;
  for (const std::string& line : lines_of(script)) {
    if (line.find(pattern + ") options=") != std::string::npos) return long_options(line);
  }
  return {};
}

TEST(Completion, OffersTheOptionsThatHelpLists) {
  for (const char* subcommand : {"build",
                                 "screen",
                                 "match",
                                 "compare",
                                 "mrz",
                                 "inspect",
                                 "romanize",
                                 "eval pairs",
                                 "eval retrieval",
                                 "eval screening",
                                 "eval thresholds",
                                 "eval compare",
                                 "eval perturb",
                                 "eval report",
                                 "lists keygen",
                                 "lists root",
                                 "lists publish",
                                 "lists verify",
                                 "lists update",
                                 "lists compact",
                                 "lists status",
                                 "lists rollback-check",
                                 "lists diff",
                                 "audit keygen",
                                 "audit verify",
                                 "audit replay",
                                 "lists reference",
                                 "lists conformance",
                                 "lists entry",
                                 "lists forget",
                                 "register create",
                                 "register add",
                                 "register status",
                                 "register expire",
                                 "register export",
                                 "register remove",
                                 "rescreen"}) {
    const std::set<std::string> in_help = options_in_help(subcommand);
    EXPECT_TRUE(in_help.contains("--help")) << subcommand;
    EXPECT_EQ(options_in_completion(subcommand), in_help) << subcommand;
  }
}

}  // namespace
}  // namespace darvaza::test
