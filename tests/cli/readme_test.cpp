// Every command that the README shows works as shown.
#include <cstdlib>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cli/run_darvaza.h"

namespace darvaza::test {
namespace {

namespace fs = std::filesystem;

/// The commands of the ```console blocks, without their prompt; lines that end in a backslash are
/// continued.
std::vector<std::string> readme_commands() {
  std::vector<std::string> commands;
  bool console = false;
  bool continued = false;
  for (const std::string& line : lines_of(read_file(fs::path(DARVAZA_SOURCE_DIR) / "README.md"))) {
    if (line.rfind("```", 0) == 0) console = line == "```console";
    const bool starts = console && line.rfind("$ darvaza ", 0) == 0;
    if (starts) commands.push_back(line.substr(2));
    if (continued && !starts) commands.back() += "\n" + line;
    continued = (starts || continued) && line.ends_with('\\');
  }
  return commands;
}

TEST(Readme, EveryCommandShownEndsWithZero) {
  const TemporaryDirectory directory;
  fs::create_directory_symlink(fs::path(DARVAZA_SOURCE_DIR) / "data-samples",
                               directory.path() / "data-samples");
  const std::vector<std::string> commands = readme_commands();
  ASSERT_GE(commands.size(), 6U);
  const std::string enter = "cd '" + directory.path().string() + "' && PATH='" +
                            fs::path(DARVAZA_PROGRAM).parent_path().string() + "':\"$PATH\" && ";
  for (const std::string& command : commands) {
    EXPECT_EQ(std::system((enter + "{ " + command + "\n} >/dev/null").c_str()), 0) << command;
  }
}

}  // namespace
}  // namespace darvaza::test
