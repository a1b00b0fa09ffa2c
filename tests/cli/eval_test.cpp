// darvaza eval as a user meets it: files in, figures out. Names are invented.
#include <string>

#include <gtest/gtest.h>

#include "cli/run_darvaza.h"

namespace darvaza::test {
namespace {

constexpr const char* kPairs =
    "left,right,same,kind\n"
    "Darvaza Sinamaev,Дарваза Синамаев,yes,script\n"
    "Nader Rostami,نادر رستمی,yes,script\n"
    "Darvaza Sinamaev,Chidi Okonkwo,no,other\n"
    "Leyla Zarina,Nader Rostami,no,other\n";

constexpr const char* kList =
    "id,name,birth_date\n"
    "E1,Darvaza Sinamaev,1971-03-02\n"
    "E2,Nader Rostami,1980-01-01\n"
    "E3,Leyla Zarina,1990-05-17\n";

boost::json::object json_of(const std::string& path) {
  return boost::json::parse(read_file(path)).as_object();
}

const boost::json::object& figure(const boost::json::object& run, std::size_t matcher,
                                  std::string_view name) {
  for (const auto& figure : run.at("matchers").as_array().at(matcher).at("figures").as_array()) {
    if (figure.at("name").as_string() == name) return figure.as_object();
  }
  ADD_FAILURE() << "no figure " << name;
  return run;
}

double value(const boost::json::object& run, std::size_t matcher, std::string_view name) {
  return figure(run, matcher, name).at("estimate").at("value").to_number<double>();
}

std::vector<std::string> pairs_command(const std::string& pairs) {
  return {"eval",         "pairs",    "--column",   "name_a=left", "--column",
          "name_b=right", "--column", "match=same", pairs};
}

TEST(Eval, PairsOfAnotherToolAreMeasuredWithAllBaselines) {
  const TemporaryDirectory directory;
  auto command = pairs_command(directory.file("pairs.csv", kPairs));
  const std::string json = (directory.path() / "run.json").string(),
                    csv = (directory.path() / "run.csv").string();
  command.insert(command.end(), {"--json", json, "--csv", csv, "--bootstrap", "50"});
  const Outcome outcome = run_darvaza(command);
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("4 pairs, 2 of them one person's"), std::string::npos) << outcome.out;
  const auto run = json_of(json);
  ASSERT_EQ(run.at("matchers").as_array().size(), 10U);
  EXPECT_EQ(value(run, 0, "auc"), 1);
  EXPECT_EQ(run.at("files").as_array().at(0).at("sha256").as_string().size(), 64U);
  EXPECT_EQ(lines_of(read_file(csv)).at(0), "matcher,part,item,figure,value,low,high,threshold");
  EXPECT_EQ(lines_of(read_file(directory.path() / "run.cases.csv")).size(), 5U);
}

TEST(Eval, ARunRepeatedGivesTheSameFiguresAndDiffersInNothing) {
  const TemporaryDirectory directory;
  const std::string pairs = directory.file("pairs.csv", kPairs);
  std::vector<std::string> files;
  for (const char* name : {"a.json", "b.json"}) {
    auto command = pairs_command(pairs);
    files.push_back((directory.path() / name).string());
    command.insert(command.end(),
                   {"--json", files.back(), "--baselines", "exact", "--bootstrap", "50"});
    ASSERT_EQ(run_darvaza(command).status, 0);
  }
  EXPECT_EQ(
      boost::json::serialize(json_of(files[0]).at("matchers").as_array().at(0).at("figures")),
      boost::json::serialize(json_of(files[1]).at("matchers").as_array().at(0).at("figures")));
  const Outcome same = run_darvaza({"eval", "compare", files[0], files[1], "--bootstrap", "50"});
  ASSERT_EQ(same.status, 0) << same.err;
  EXPECT_NE(same.out.find("mended 0, broken 0"), std::string::npos) << same.out;
  const Outcome other = run_darvaza(
      {"eval", "compare", files[0], files[0], "--matcher-after", "exact", "--bootstrap", "50"});
  ASSERT_EQ(other.status, 0) << other.err;
  // Romanised, one of the two matches is the same letter for letter; the other is lost.
  EXPECT_NE(other.out.find("mended 0, broken 1"), std::string::npos) << other.out;
}

TEST(Eval, AnotherMatcherIsAskedThroughAPipe) {
  const TemporaryDirectory directory;
  auto command = pairs_command(directory.file("pairs.csv", kPairs));
  const std::string json = (directory.path() / "run.json").string();
  command.insert(command.end(), {"--matcher", "mine=printf '1\\n0.9\\n0.95\\n0\\n'", "--baselines",
                                 "none", "--json", json});
  const Outcome outcome = run_darvaza(command);
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(value(json_of(json), 1, "auc"), 0.75);  // of four comparisons 0.9 loses one to 0.95
}

TEST(Eval, QueriesFindTheirPersons) {
  const TemporaryDirectory directory;
  const std::string json = (directory.path() / "run.json").string();
  const Outcome outcome =
      run_darvaza({"eval", "retrieval", "--list", directory.file("list.csv", kList),
                   directory.file("queries.csv",
                                  "id,name,entry,kind\n"
                                  "q1,Дарваза Синамаев,E1,Cyrl\n"
                                  "q2,نادر رستمی,E2,Arab\n"
                                  "q3,Nobody Atall,E9,none\n"),
                   "--baselines", "jaro-winkler", "--json", json});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("1 queries name an entry that is not on the list"), std::string::npos)
      << outcome.out;
  EXPECT_NEAR(value(json_of(json), 0, "r_at_1"), 2.0 / 3, 1e-12);
}

TEST(Eval, ListedTravellersAreCaughtAndOthersAreNot) {
  const TemporaryDirectory directory;
  const std::string list = directory.file("list.csv", kList);
  const std::string listed =
      directory.file("listed.csv", "id,full_name,birth_date\np1,Darvaza Sinamayev,1971-03-02\n");
  const std::string truth = directory.file("truth.csv", "id,reference,script\np1,list:E1,Latn\n");
  std::string text = "id,full_name,birth_date\n";
  for (int i = 0; i < 200; ++i) text += "n" + std::to_string(i) + ",Chidi Okonkwo,1955-01-01\n";
  const std::string others = directory.file("others.csv", text);
  const std::string json = (directory.path() / "run.json").string();
  const Outcome outcome = run_darvaza({"eval", "screening", "--list", list, "--positives", listed,
                                       "--negatives", others, "--truth", truth, "--column",
                                       "entry=reference", "--baselines", "gtas", "--json", json});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(value(json_of(json), 0, "caught"), 1);
  EXPECT_EQ(value(json_of(json), 0, "referred"), 0);
  EXPECT_EQ(value(json_of(json), 0, "recall_at_1_in_100"), 1);

  const Outcome advice =
      run_darvaza({"eval", "thresholds", "--list", list, "--negatives", others, "--positives",
                   listed, "--truth", truth, "--column", "entry=reference"});
  ASSERT_EQ(advice.status, 0) << advice.err;
  EXPECT_NE(advice.out.find("--review-score "), std::string::npos) << advice.out;
}

TEST(Eval, WhatIsMissingIsNamed) {
  const TemporaryDirectory directory;
  const Outcome no_column = run_darvaza({"eval", "pairs", directory.file("pairs.csv", kPairs)});
  EXPECT_EQ(no_column.status, 65);
  EXPECT_NE(no_column.err.find("has no column 'name_a'; --column name_a=NAME says which one it is"),
            std::string::npos)
      << no_column.err;
  EXPECT_EQ(run_darvaza({"eval", "pairs", "/nowhere.csv"}).status, 66);
  EXPECT_EQ(run_darvaza({"eval", "retrieval", directory.file("q.csv", "name,entry\na,b\n")}).status,
            2);
  auto command = pairs_command(directory.file("pairs.csv", kPairs));
  command.insert(command.end(), {"--baselines", "moon"});
  EXPECT_EQ(run_darvaza(command).status, 2);
}

TEST(Eval, APageOfTheKeptResultsIsTheOneThatTheRunWrote) {
  const TemporaryDirectory directory;
  const std::string json = directory.path() / "run.json", page = directory.path() / "run.html", again = directory.path() / "again.html";
  ASSERT_EQ(run_darvaza({"eval", "pairs", sample("eval/pairs.csv"), "--bootstrap", "50", "--json", json, "--report", page}).status, 0);
  ASSERT_EQ(run_darvaza({"eval", "report", "--output", again, json}).status, 0);
  EXPECT_TRUE(read_file(page) == read_file(again));
}

}  // namespace
}  // namespace darvaza::test
