// The manual page explains what --help lists: no more, no less.
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "cli/help_options.h"
#include "cli/run_darvaza.h"

namespace darvaza::test {
namespace {

/// The page's section `.SS subcommand`, with its "\-" as "-".
std::string section(const std::string& subcommand) {
  const std::string page =
      read_file(std::filesystem::path(DARVAZA_SOURCE_DIR) / "docs/man/darvaza.1");
  const auto begin = page.find(".SS " + subcommand + "\n");
  if (begin == std::string::npos) return {};
  std::string text = page.substr(begin, page.find("\n.S", begin) - begin);
  for (auto at = text.find('\\'); at != std::string::npos; at = text.find('\\')) text.erase(at, 1);
  return text;
}

TEST(ManPage, ExplainsTheOptionsThatHelpLists) {
  for (const char* subcommand :
       {"build", "screen", "match", "compare", "mrz", "inspect", "romanize", "rescreen"}) {
    std::set<std::string> in_help = options_in_help(subcommand);
    EXPECT_EQ(in_help.erase("--help"), 1) << subcommand;
    EXPECT_EQ(long_options(section(subcommand)), in_help) << subcommand;
  }
}

}  // namespace
}  // namespace darvaza::test
