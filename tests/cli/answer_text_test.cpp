// What an officer reads, of one traveller and in tables.
#include <algorithm>

#include <gtest/gtest.h>

#include "cli/run_darvaza.h"

namespace darvaza::test {
namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

class AnswerText : public testing::Test {
 protected:
  void SetUp() override {
    const std::string list = directory_.file(
        "joint.csv",
        "id,name,birth_date,sex,owner,focal_point,alert_category,instruction,visibility\n"
        "1,Savsanova Gulbahor,2009-08-30,F,TJK,Dushanbe duty desk,missing_person,protect,first\n"
        "2,Zarrinov Timur,1980-05-05,M,TJK,Dushanbe duty desk,drugs,discreet,second\n");
    const std::string lost = directory_.file("lost.csv", "document_number,status,issuing_state,reporting_state\nT90512806,lost,IRN,IRN\n");
    index_ = directory_.path() / "x.dvz";
    ASSERT_EQ(run_darvaza({"build", "--output", index_, list, lost}).status, 0);
  }
  Outcome screen(const std::string& line, std::string_view travellers) {
    return run_darvaza({"screen", "--index", index_, "--line", line, "--format", "csv", "--table"}, travellers);
  }

  TemporaryDirectory directory_;
  std::string index_;
};

TEST_F(AnswerText, AReportedDocumentListsNobody) {
  const Outcome run = run_darvaza({"match", "--index", index_, "--name", "Leila Rahimi", "--document", "T90512806", "--issuing-state", "IRN"});
  EXPECT_TRUE(holds(run.out, "HIT: the document is reported, nobody is listed; unconfirmed")) << run.out;
  EXPECT_FALSE(holds(run.out, "very likely listed")) << run.out;
}

TEST_F(AnswerText, EveryAlertOfATableSaysWhatIsToBeDone) {
  const Outcome run = screen("second",
                             "id,name,birth_date,document_number,issuing_state\n"
                             "a,Gulbahor Savsanova,2009-08-30,,\nb,Timur Zarrinov,1980-05-05,,\nc,Leila Rahimi,,T90512806,IRN\n");
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_TRUE(holds(run.out, "Unconfirmed. Not a suspect: a missing or protected person. The owner asks that the person be kept safe.")) << run.out;
  EXPECT_TRUE(holds(run.out, "Dushanbe duty desk")) << run.out;
  EXPECT_TRUE(holds(run.out, "    lost (exact) by IRN\n    Unconfirmed. Do not refuse on this alone: contact the issuing State")) << run.out;
  for (const std::string& line : lines_of(run.out)) EXPECT_LE(line.size(), 120u) << line;
}

TEST_F(AnswerText, AnInstructionOfTheListsOwnIsUnconfirmedToo) {
  const std::string list = directory_.file("own.csv", "id,name,handling\n1,Farrukh Dovudov,Second line inspection\n");
  const std::string index = directory_.path() / "own.dvz";
  ASSERT_EQ(run_darvaza({"build", "--output", index, list}).status, 0);
  EXPECT_TRUE(holds(run_darvaza({"match", "--index", index, "--name", "Farrukh Dovudov"}).out, "  handling: Unconfirmed. Second line inspection\n"));
  EXPECT_TRUE(holds(run_darvaza({"screen", "--index", index, "--format", "csv", "--table"}, "id,name\n1,Farrukh Dovudov\n").out,
                    "    Unconfirmed. Second line inspection\n"));
}

TEST_F(AnswerText, ATableForTheFirstLineKnowsNothingOfADiscreetEntry) {
  const Outcome run = screen("first", "id,name,birth_date\nb,Timur Zarrinov,1980-05-05\n");
  EXPECT_EQ(run.out, "1 travellers: 0 hit, 0 review, 0 incomplete, 1 clear\n");
}

TEST_F(AnswerText, ATableTellsTheProblemsOfWhoIsClear) {
  const Outcome run = screen("second", "id,name,birth_date\nx,Rustam Toshqinov,31/12\n");
  EXPECT_TRUE(holds(run.out, "clear\n    problem: ")) << run.out;
  EXPECT_TRUE(holds(run.out, "the birth date is not a date")) << run.out;
}

TEST_F(AnswerText, OrdinaryPersianSpellingIsNotEscaped) {
  const std::string list = directory_.file("p.csv", "id,name\n1,یونس کوه\u200cپیمانی\n");
  const std::string index = directory_.path() / "p.dvz";
  ASSERT_EQ(run_darvaza({"build", "--output", index, list}).status, 0);
  const Outcome run = run_darvaza({"screen", "--index", index, "--format", "csv", "--table"}, "id,name,birth_place\n1,یونس کوه\u200cپیمانی\u200c,\n");
  EXPECT_TRUE(holds(run.out, "یونس کوهپیمانی")) << run.out;
  EXPECT_FALSE(holds(run.out, "کوه\\u200c")) << run.out;
}

/// Thresholds below 0.5 make alerts of candidates that --min-score would have cut.
TEST_F(AnswerText, AnAlertNamesWhomItIsAboutWhateverTheThreshold) {
  const Outcome run = run_darvaza({"match", "--index", index_, "--review-score", "0", "--name", "Temur Zarinov"});
  EXPECT_TRUE(holds(run.out, "Zarrinov Timur")) << run.out;
  EXPECT_EQ(run_darvaza({"match", "--index", index_, "--review-score", "0.6", "--hit-score", "0.5", "--name", "Timur Zarrinov"}).status, 2);
}

TEST_F(AnswerText, AnExpiredReleaseIsToldToPeopleToo) {
  const auto at = [&](const std::string& name) { return (directory_.path() / name).string(); };
  const std::string list = directory_.file("demo.csv", "id,name,birth_date\n1,Farrukh Dovudov,1970-01-02\ndarvaza-test,Sinamaev Darvaza,1900-01-01\n");
  for (const char* key : {"root", "list", "time"}) ASSERT_EQ(run_darvaza({"lists", "keygen", at(key)}).status, 0);
  Outcome run = run_darvaza({"lists", "root", "--list", "demo", "--release", at("mirror"), "--root-key", at("root.pub"), "--list-key", at("list.pub"),
                             "--timestamp-key", at("time.pub"), "--sign", at("root.key")});
  ASSERT_EQ(run.status, 0) << run.err;
  run = run_darvaza({"lists", "publish", "--release", at("mirror"), "--owner", "UTO", "--list-sign", at("list.key"), "--timestamp-sign", at("time.key"), list});
  ASSERT_EQ(run.status, 0) << run.err;
  run = run_darvaza({"lists", "update", "--post", at("post"), "--root", at("mirror/root.1"), "--mirror", at("mirror")});
  ASSERT_EQ(run.status, 0) << run.err;
  const std::string current = at("post/current");
  run = run_darvaza({"match", "--index", current, "--date", "2099-01-01", "--name", "Rustam Toshqinov"});
  EXPECT_TRUE(holds(run.out, "stale: release 1 of the list demo expired on ")) << run.out;
  run = run_darvaza({"screen", "--index", current, "--date", "2099-01-01", "--format", "csv", "--table"}, "id,name\n1,Rustam Toshqinov\n");
  EXPECT_TRUE(holds(run.out, "stale: release 1 of the list demo expired on ")) << run.out;

  // Where nobody could look nothing is proved.
  EXPECT_EQ(run_darvaza({"lists", "entry", "--id", "1", "--post", at("post")}).status, 0);
  EXPECT_EQ(run_darvaza({"lists", "entry", "--id", "nobody", "--post", at("post")}).status, 66);
  run = run_darvaza({"lists", "entry", "--id", "1", "--post", at("nosuch")});
  EXPECT_EQ(run.status, 74) << run.err;
  EXPECT_EQ(run_darvaza({"lists", "entry", "--id", "1", "--post", at("mirror")}).status, 74);
}

}  // namespace
}  // namespace darvaza::test
