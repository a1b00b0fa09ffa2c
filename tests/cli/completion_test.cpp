// The bash completion offers what --help lists: no more, no less.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cli/run_darvaza.h"

namespace darvaza::test {
namespace {

std::set<std::string> long_options(const std::string& text) {
  constexpr const char* kLetters = "abcdefghijklmnopqrstuvwxyz-";
  std::set<std::string> found;
  for (auto begin = text.find("--"); begin != std::string::npos;) {
    const auto end = std::min(text.find_first_not_of(kLetters, begin), text.size());
    found.insert(text.substr(begin, end - begin));
    begin = text.find("--", end);
  }
  return found;
}

/// The options that a subcommand's help lists: the first word of lines in the options block, such
/// as "  -o,--output FILE   …" or "  --json   …".
std::set<std::string> options_in_help(std::vector<std::string> subcommand) {
  std::string listed;
  subcommand.emplace_back("--help");
  for (const std::string& line : lines_of(run_darvaza(subcommand).out)) {
    const auto word = line.find_first_not_of(' ');
    if (word == std::string::npos || line[word] != '-') continue;
    listed += line.substr(word, line.find(' ', word) - word) + " ";
  }
  return long_options(listed);
}

/// The line `  build) options="--output …" ;;` of the completion script.
std::set<std::string> options_in_completion(const std::string& subcommand) {
  const std::string script =
      read_file(std::filesystem::path(DARVAZA_SOURCE_DIR) / "tools/completion/darvaza.bash");
  for (const std::string& line : lines_of(script)) {
    if (line.find(subcommand + ") options=") != std::string::npos) return long_options(line);
  }
  return {};
}

TEST(Completion, OffersTheOptionsThatHelpLists) {
  for (const char* subcommand : {"build", "screen", "match", "compare", "mrz", "inspect", "romanize"}) {
    const std::set<std::string> in_help = options_in_help({subcommand});
    EXPECT_TRUE(in_help.contains("--help")) << subcommand;
    EXPECT_EQ(options_in_completion(subcommand), in_help) << subcommand;
  }
}

TEST(Completion, OffersTheOptionsOfTheListsSubcommands) {
  for (const std::string subcommand :
       {"keygen", "root", "publish", "verify", "update", "status", "rollback-check", "diff"}) {
    const std::set<std::string> in_help = options_in_help({"lists", subcommand});
    EXPECT_TRUE(in_help.contains("--help")) << subcommand;
    EXPECT_EQ(options_in_completion("lists " + subcommand + '"'), in_help) << subcommand;
  }
}

}  // namespace
}  // namespace darvaza::test
