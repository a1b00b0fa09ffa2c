// The whole job on a small list: it runs, checks its answers and writes what it says it writes.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cli/run_darvaza.h"

namespace darvaza::test {
namespace {

/// 2,000 names, 200 travellers of whom some 60 are listed, and as little timing as possible.
std::vector<std::string> small(std::vector<std::string> more) {
  std::vector<std::string> arguments = {"--names",        "2000", "--travellers",       "200",
                                        "--listed-share", "0.3",  "--seconds",          "0.05",
                                        "--checked",      "10",   "--baseline-seconds", "0.05"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

TEST(WholeJob, ChecksAnswersThenMeasuresEverySystem) {
  const TemporaryDirectory directory;
  const std::string output = directory.path() / "results.jsonl";
  const Outcome run = run_darvaza(small({"--output", output}));
  ASSERT_EQ(run.status, 0) << run.out << run.err;
  EXPECT_LT(run.out.find("against the exhaustive scorer"), run.out.find("travellers a second"));

  std::vector<std::string> systems;
  for (const auto& line : json_lines(read_file(output))) {
    EXPECT_EQ(line.at("names").to_number<int>(), 2000);
    systems.emplace_back(line.at("system").as_string());
  }
  EXPECT_EQ(systems, (std::vector<std::string>{"darvaza-index", "darvaza", "exhaustive", "darvaza",
                                               "exhaustive", "icu-jaro-winkler"}));
}

TEST(WholeJob, FindsPlantedTravellersAndLosesNoneOfTheExhaustiveScorers) {
  const TemporaryDirectory directory;
  const std::string output = directory.path() / "results.jsonl";
  ASSERT_EQ(run_darvaza(small({"--output", output})).status, 0);
  int questions = 0;
  for (const auto& line : json_lines(read_file(output))) {
    if (line.at("system").as_string() != "darvaza") continue;
    ++questions;
    const auto& recall = line.at("recall").as_object();
    const auto& check = line.at("against_exhaustive").as_object();
    EXPECT_GT(recall.at("planted").to_number<int>(), 40);
    EXPECT_GT(recall.at("found").to_number<int>(), 40);
    EXPECT_EQ(check.at("lost").to_number<int>(), 0);
    EXPECT_EQ(line.at("bounds").at("least_kept").to_number<double>(), 0.999);
    EXPECT_EQ(check.at("same_answers").to_number<int>(), check.at("asked").to_number<int>());
  }
  EXPECT_EQ(questions, 2);
}

TEST(WholeJob, PrintsNoTimeWhenTooFewAreFound) {
  const TemporaryDirectory directory;
  const std::string output = directory.path() / "results.jsonl";
  const Outcome run = run_darvaza(small({"--output", output, "--least-recall", "1.01"}));
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("too few of the planted travellers"), std::string::npos) << run.err;
  EXPECT_EQ(run.out.find("travellers a second"), std::string::npos) << run.out;
  EXPECT_TRUE(read_file(output).empty());
}

TEST(WholeJob, MeasuresNastyLists) {
  const Outcome run = run_darvaza(small({"--kind", "nasty", "--least-recall", "0"}));
  EXPECT_EQ(run.status, 0) << run.out << run.err;
  EXPECT_NE(run.out.find("travellers a second"), std::string::npos);
}

TEST(WholeJob, RefusesTravellersOfWhomNoneIsListed) {
  const Outcome run = run_darvaza({"--names", "10", "--travellers", "10", "--listed-share", "0"});
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("none of them is listed"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace darvaza::test
