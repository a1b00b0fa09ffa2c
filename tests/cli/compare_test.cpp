#include <string>

#include <gtest/gtest.h>

#include "cli/run_darvaza.h"

namespace darvaza::test {
namespace {

double score(const std::string& a, const std::string& b) {
  return json_lines(run_darvaza({"compare", "--json", a, b}).out).at(0).at("score").as_double();
}

TEST(Compare, OneNameInTwoScriptsScoresAboveTwoNames) {
  EXPECT_GT(score("Darvaza Sinamaev", "Дарваза Синамаев"), 0.5);
  EXPECT_LT(score("Darvaza Sinamaev", "Chidi Okonkwo"), 0.5);
}

TEST(Compare, TheReportStartsWithTheScoreInFourDecimals) {
  const Outcome run = run_darvaza({"compare", "Darvaza Sinamaev", "Дарваза Синамаев"});
  EXPECT_EQ(run.status, 0) << run.err;
  const std::string first = lines_of(run.out).at(0);
  EXPECT_EQ(first.size(), 6U) << first;
  EXPECT_NE(run.out.find("name"), std::string::npos) << run.out;
}

TEST(Compare, PairsAreScoredInOrderAndOtherColumnsIgnored) {
  const TemporaryDirectory directory;
  const std::string pairs = directory.file("pairs.csv",
                                           "group,name_b,name_a\n"
                                           "x,Дарваза Синамаев,Darvaza Sinamaev\n"
                                           "y,\"Okonkwo, \"\"Chidi\"\"\",Darvaza Sinamaev\n");
  const Outcome run = run_darvaza({"compare", "--pairs", pairs});
  ASSERT_EQ(run.status, 0) << run.err;
  const auto rows = lines_of(run.out);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0], "name_a,name_b,score");
  EXPECT_EQ(rows[1].rfind("\"Darvaza Sinamaev\",\"Дарваза Синамаев\",", 0), 0U) << rows[1];
  EXPECT_EQ(rows[2].rfind("\"Darvaza Sinamaev\",\"Okonkwo, \"\"Chidi\"\"\",0.", 0), 0U) << rows[2];
  EXPECT_EQ(rows[2].size() - rows[2].rfind(','), 7U) << "four decimals: " << rows[2];
}

TEST(Compare, PairsWithoutTheirColumnsAreRefused) {
  const TemporaryDirectory directory;
  EXPECT_EQ(run_darvaza({"compare", "--pairs", directory.file("a.csv", "a,b\nx,y\n")}).status, 65);
  EXPECT_EQ(run_darvaza({"compare", "--pairs", directory.file("b.csv", "")}).status, 65);
  const Outcome run =
      run_darvaza({"compare", "--pairs", directory.file("c.csv", "name_a,name_b\nx,y\nx\n")});
  EXPECT_EQ(run.status, 65);
  EXPECT_NE(run.err.find("c.csv:3"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace darvaza::test
