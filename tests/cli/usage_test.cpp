#include <gtest/gtest.h>

#include "cli/run_darvaza.h"

namespace darvaza::test {
namespace {

const char* const kSubcommands[] = {"build", "screen", "match", "compare", "mrz", "inspect", "romanize"};

TEST(Usage, EverySubcommandExplainsItselfWithExamples) {
  for (const std::string subcommand : kSubcommands) {
    const Outcome run = run_darvaza({subcommand, "--help"});
    EXPECT_EQ(run.status, 0) << subcommand;
    EXPECT_NE(run.out.find("Examples:\n  darvaza " + subcommand), std::string::npos) << run.out;
  }
}

TEST(Usage, VersionIsThatOfTheProject) {
  const Outcome run = run_darvaza({"--version"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out, "darvaza 0.1.0\n");
}

TEST(Usage, WrongUsageEndsWithTwoAndAHint) {
  const std::vector<std::vector<std::string>> wrong = {
      {},
      {"serve"},
      {"build", "--output", "x.dvz"},
      {"build", "list.csv"},
      {"screen"},
      {"screen", "--index", "x.dvz", "--min-score", "1.5"},
      {"screen", "--index", "x.dvz", "--min-score", "nan"},  // no bound is greater or less
      {"screen", "--index", "x.dvz", "--review-score", "-NaN"},
      {"screen", "--index", "x.dvz", "--no-such-option"},
      {"screen", "--index", "x.dvz", "--format", "xlsx"},
      {"match", "--index", "x.dvz"},
      {"compare", "only one"},
      {"compare", "a", "b", "--pairs", "c.csv"},
      {"inspect"},
  };
  for (const auto& arguments : wrong) {
    const Outcome run = run_darvaza(arguments);
    EXPECT_EQ(run.status, 2) << testing::PrintToString(arguments) << run.err;
    EXPECT_EQ(run.err.rfind("darvaza: ", 0), 0U) << run.err;
    EXPECT_TRUE(run.out.empty()) << run.out;
  }
}

TEST(Usage, MissingFilesEndWith66) {
  const TemporaryDirectory directory;
  const std::string missing = directory.path() / "missing";
  EXPECT_EQ(run_darvaza({"build", "--output", directory.path() / "x.dvz", missing}).status, 66);
  EXPECT_EQ(run_darvaza({"screen", "--index", missing}).status, 66);
  EXPECT_EQ(run_darvaza({"match", "--index", missing, "--name", "X"}).status, 66);
  EXPECT_EQ(run_darvaza({"compare", "--pairs", missing}).status, 66);
  EXPECT_EQ(run_darvaza({"mrz", missing}).status, 66);
  EXPECT_EQ(run_darvaza({"inspect", missing}).status, 66);
}

TEST(Usage, AWordThatIsNotUnderstoodIsNamed) {
  const TemporaryDirectory directory;
  const struct {
    std::vector<std::string> arguments;
    const char* told;
    int status;
  } wrong[] = {
      {{"nosuch"}, "'nosuch'", 2},
      {{"build", "--ouput", "x.dvz", "list.csv"}, "--ouput", 2},
      {{"lists", "publish", "--release", "m", "--timestamp-sign", "t.key", "list.csv"}, "--owner", 2},
      {{"lists", "publish", "--release", "m", "--owner", "UTO", "--list-sign", "l.key", "--timestamp-sign", "t.key"}, "SOURCE", 2},
      {{"lists", "root", "--list", "a b", "--release", "m", "--root-key", "r", "--list-key", "l", "--timestamp-key", "t", "--sign", "s"}, "--list", 2},
      {{"lists", "publish", "--owner", "UTO", "--expires", "0d", "--release", "m", "--timestamp-sign", "t.key", "list.csv"}, "--expires", 2},
      {{"lists", "publish", "--owner", "UTO", "--review-grace", "12h", "--release", "m", "--timestamp-sign", "t.key", "list.csv"}, "--review-grace: '12h': expected whole days", 2},
      {{"match", "--index", "x.dvz", "--state", "", "--name", "a"}, "--state: empty", 2},
      {{"match", "--index", "x.dvz", "--date", "", "--name", "a"}, "--date: empty", 2},
      {{"lists", "diff", sample("lists"), sample("shared")}, "leave its table of terms out", 65},
      {{"audit", "replay", "--key", "k", "--query-key", "q", "--indexes", directory.path() / "nosuch", "log"}, "nosuch", 66},
  };
  for (const auto& [arguments, told, status] : wrong) {
    const Outcome run = run_darvaza(arguments);
    EXPECT_EQ(run.status, status) << run.err;
    EXPECT_NE(run.err.find(told), std::string::npos) << run.err;
  }
  EXPECT_NE(run_darvaza({"compare", "", "???"}).out.find("nothing to compare"), std::string::npos);
  EXPECT_NE(run_darvaza({"romanize", "--orthography", "ru-icao-2014", "نادر"}).out.find("ru-icao-2014 does not write this script"), std::string::npos);
}

}  // namespace
}  // namespace darvaza::test
