#include <chrono>
#include <ctime>
#include <filesystem>

#include <fmt/chrono.h>
#include <gtest/gtest.h>

#include "cli/run_darvaza.h"

namespace darvaza::test {
namespace {

class Match : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    directory_ = new TemporaryDirectory;
    index_ = new std::string(sample_index(*directory_));
  }
  static void TearDownTestSuite() {
    delete directory_;
    delete index_;
  }

  static Outcome match(std::vector<std::string> arguments) {
    std::vector<std::string> all = {"match", "--index", *index_};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return run_darvaza(all);
  }
  static boost::json::object answer(std::vector<std::string> arguments) {
    arguments.push_back("--json");
    return json_lines(match(arguments).out).at(0);
  }

  static inline TemporaryDirectory* directory_ = nullptr;
  static inline std::string* index_ = nullptr;
};

TEST_F(Match, NameInAnotherScriptWithFactsIsFound) {
  const auto found = answer({"--name", "Надер Дарьягозар", "--birth-date", "1971-03-02", "--sex",
                             "M", "--nationality", "Iran"});
  EXPECT_EQ(found.at("decision"), "hit");
  EXPECT_EQ(found.at("candidates").at(0).at("id"), "QDi.901");
}

TEST_F(Match, ADocumentAloneIsChecked) {
  const auto found = answer({"--document", "AB9017733", "--issuing-state", "Pakistan"});
  EXPECT_EQ(found.at("documents").at(0).at("status"), "stolen");
  const auto foreign = answer({"--document", "AB9017733", "--issuing-state", "TUR"});
  EXPECT_EQ(foreign.at("documents").at(0).at("match"), "confusable");
}

TEST_F(Match, SeveralSpellingsAreOneTraveller) {
  const auto found = answer({"--name", "Qwxyz Vvvv", "--name", "Mirwais Spinghundai",
                             "--birth-date", "1982-06-18", "--nationality", "AFG"});
  EXPECT_EQ(found.at("candidates").at(0).at("id"), "ps-001");
}

TEST_F(Match, AZoneGivesNameAndDocument) {
  const auto found = answer({"--mrz",
                             "P<IRNGOLBARFI<<MARIAM<<<<<<<<<<<<<<<<<<<<<<<\n"
                             "L907712504IRN8807157F3007147<<<<<<<<<<<<<<<8"});
  EXPECT_EQ(found.at("candidates").at(0).at("id"), "QDi.906");
}

TEST_F(Match, AFactThatCannotBeReadIsAProblemNotASilence) {
  const auto found = answer({"--name", "Nader Daryagozar", "--birth-date", "the day before"});
  EXPECT_FALSE(found.at("problems").as_array().empty());
}

TEST_F(Match, AProblemSaysNothingOfLinesThatNobodyHasWritten) {
  const Outcome fact = match({"--name", "Oraz", "--nationality", "Narnia"});
  EXPECT_NE(fact.out.find("problem: the nationality names no State that is known"), std::string::npos) << fact.out;
  const Outcome zone = match({"--mrz", "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<11"});
  EXPECT_NE(zone.out.find("problem: mrz, line 2, position 44: check digit"), std::string::npos) << zone.out;
}

TEST_F(Match, TheReportSaysDecisionCandidateReasonsAndHandling) {
  const Outcome run = match({"--name", "Nazanin Cheraghbani", "--birth-date", "1990-04-04"});
  EXPECT_EQ(run.status, 0) << run.err;
  for (const char* expected : {"national nw-1", "birth_date", "category: fraud", "handling: "}) {
    EXPECT_NE(run.out.find(expected), std::string::npos) << expected << " in\n" << run.out;
  }
  EXPECT_EQ(run.out.find('\x1b'), std::string::npos) << "colours belong on a terminal";
}

TEST_F(Match, SomebodyElseIsClear) {
  const Outcome run = match({"--name", "Chidi Okonkwo", "--birth-date", "1986-07-22"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out.rfind("CLEAR: ", 0), 0U) << run.out;
}

TEST_F(Match, ADayOfAnotherCalendarIsRefused) {
  for (const char* day : {"1405-09-05", "1448-06-16", "0001-01-01"}) {
    const Outcome run = match({"--name", "Nader Daryagozar", "--date", day});
    EXPECT_EQ(run.status, 2) << day;
    EXPECT_NE(run.err.find("is before 1900: expected a day of the Gregorian calendar"), std::string::npos) << run.err;
  }
}

/// Index and list know what day it was when they were made: a clock that fell back hides nobody.
TEST_F(Match, AClockThatIsBehindTheIndexHidesNobodyAndIsTold) {
  const TemporaryDirectory directory;
  const auto text_of = [](int days) { return fmt::format("{:%Y-%m-%d}", fmt::gmtime(std::time(nullptr) + days * 86'400)); };
  const std::string index = directory.path() / "x.dvz";
  ASSERT_EQ(run_darvaza({"build", "--output", index, directory.file("zala.csv", "id,name,valid_from\n1,Oraz Bagtybeg," + text_of(20) + "\n")}).status, 0);
  const std::vector<std::string> question{"match", "--index", index, "--name", "Oraz Bagtybeg", "--json"};
  const Outcome before = run_darvaza(question);
  EXPECT_EQ(json_lines(before.out).at(0).at("decision"), "clear") << "not yet";
  EXPECT_EQ(before.err, "");

  std::filesystem::last_write_time(index, std::filesystem::file_time_type::clock::now() + std::chrono::hours(24 * 10));
  const Outcome behind = run_darvaza(question);
  EXPECT_EQ(behind.status, 0);
  const auto answer = json_lines(behind.out).at(0);
  EXPECT_NE(answer.at("decision"), "clear");
  EXPECT_EQ(answer.at("candidates").as_array().size(), 1u);
  const auto& problem = answer.at("problems").as_array().at(0).as_object();
  EXPECT_EQ(problem.at("where"), "today");
  EXPECT_NE(std::string(problem.at("text").as_string()).find("a clock is wrong"), std::string::npos);
  EXPECT_NE(behind.err.find("a clock is wrong"), std::string::npos) << behind.err;

  auto of_a_day = question;
  of_a_day.insert(of_a_day.end(), {"--date", text_of(0)});
  const Outcome asked = run_darvaza(of_a_day);
  EXPECT_EQ(json_lines(asked.out).at(0).at("decision"), "clear") << "whoever states a day means it";
  EXPECT_EQ(asked.err, "");
}

TEST_F(Match, ANumberInACellIsLookedUpByItself) {
  for (const char* cell : {"AB9017733;AA1", "AB9017733, AA1", "AB9017733/AA1", "passport AB9017733", "AB9017733 (old)"}) {
    EXPECT_EQ(answer({"--document", cell}).at("documents").as_array().size(), 1u) << cell;
  }
  const auto rounded = answer({"--name", "Chidi Okonkwo", "--document", "1.23457E+11"});
  EXPECT_EQ(rounded.at("decision"), "incomplete");
  const auto quantity = answer({"--name", "Chidi Okonkwo", "--document", "90177330.0"});
  EXPECT_EQ(quantity.at("decision"), "incomplete") << "zeros in front may be lost";
  EXPECT_EQ(answer({"--name", "Chidi Okonkwo", "--document", "N/A"}).at("decision"), "clear");
}

}  // namespace
}  // namespace darvaza::test
