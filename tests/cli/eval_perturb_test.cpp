// darvaza eval perturb and report as a user meets them, on the fictional samples.
#include <gtest/gtest.h>

#include "cli/run_darvaza.h"

namespace darvaza::test {
namespace {

std::string list() { return sample("eval/list.csv"); }

TEST(EvalPerturb, WritesTravellersWithTheirTruthAndAccountsForAll) {
  const TemporaryDirectory directory;
  const std::string travellers = (directory.path() / "travellers.csv").string();
  const std::string left_out = (directory.path() / "left-out.csv").string();
  const Outcome outcome =
      run_darvaza({"eval", "perturb", "--kind", "words-surname-first", "--kind", "typing-jcuken",
                   "--per-kind", "10", "--not-applied", left_out, "--output", travellers, list()});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const auto rows = lines_of(read_file(travellers));
  EXPECT_EQ(rows.at(0),
            "id,list,entry,kind,name,birth_date,sex,nationality,birth_place,father_name");
  EXPECT_EQ(rows.size(), 21U);
  EXPECT_NE(outcome.out.find("72 entries"), std::string::npos) << outcome.out;
  // Of 72 entries 24 have a name in Cyrillic letters; the other 48 are named with their reason.
  const auto reasons = lines_of(read_file(left_out));
  EXPECT_EQ(reasons.size(), 49U);
  EXPECT_NE(reasons.at(1).find("\"typing-jcuken\",\"another script\""), std::string::npos)
      << reasons.at(1);
}

TEST(EvalPerturb, RefusesWhatItDoesNotKnow) {
  const Outcome outcome =
      run_darvaza({"eval", "perturb", "--kind", "typo", "--output", "-", list()});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("no variation or family is called typo"), std::string::npos)
      << outcome.err;
}

TEST(EvalReport, MakesAPageOfARun) {
  const TemporaryDirectory directory;
  const std::string json = (directory.path() / "run.json").string(),
                    html = (directory.path() / "run.html").string(),
                    again = (directory.path() / "again.html").string();
  const Outcome run =
      run_darvaza({"eval", "retrieval", "--bootstrap", "0", "--baselines", "exact", "--list",
                   list(), "--json", json, "--report", html, sample("eval/queries.csv")});
  ASSERT_EQ(run.status, 0) << run.err;
  ASSERT_EQ(run_darvaza({"eval", "report", "--output", again, json}).status, 0);
  for (const std::string& page : {read_file(html), read_file(again)}) {
    EXPECT_TRUE(page.starts_with("<!DOCTYPE html>"));
    EXPECT_TRUE(page.ends_with("</html>\n"));
    EXPECT_NE(page.find("144 queries were put to a list of 72 people"), std::string::npos);
  }
}

TEST(EvalReport, RefusesWhatIsNoRun) {
  const TemporaryDirectory directory;
  const Outcome outcome =
      run_darvaza({"eval", "report", "--output", "-", directory.file("run.json", "{}")});
  EXPECT_EQ(outcome.status, 65);
  EXPECT_TRUE(outcome.out.empty());
}

}  // namespace
}  // namespace darvaza::test
