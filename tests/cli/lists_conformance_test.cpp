// darvaza lists reference and conformance as a user meets them.
#include <gtest/gtest.h>

#include "cli/run_darvaza.h"
#include "index/index_builder.h"

namespace darvaza::test {
namespace {

constexpr const char* kHeading = "id,name,birth_date,nationality,releasable_to\n";
constexpr const char* kCommon = "1,Farrukh Dovudov,1970-01-02,UZB,\n2,Zulfiya Karimova,1982-07-09,TJK,\n";

class Conformance : public testing::Test {
 protected:
  std::string build(const std::string& where, const std::string& rows) {
    std::filesystem::create_directory(directory_.path() / where);
    const std::string list = directory_.file(where + "/zala.csv", kHeading + rows), index = at(where + "/zala.dvz");
    EXPECT_EQ(run_darvaza({"build", "--output", index, list}).status, 0);
    return index;
  }
  std::string at(const std::string& name) const { return directory_.path() / name; }
  std::string questions(const std::string& rows) { return directory_.file("questions.csv", "id,name,birth_date\n" + rows); }

  /// The differences of the one answer that differs.
  boost::json::array differences(const Outcome& outcome) {
    EXPECT_EQ(outcome.status, 1) << outcome.out << outcome.err;
    const auto lines = json_lines(outcome.out);
    EXPECT_EQ(lines.size(), 3u) << outcome.out;
    return lines.size() == 3 ? lines[1].at("differences").as_array() : boost::json::array{};
  }
  /// The difference of that kind: "record | here | there | first reason"
  static std::string told(const boost::json::array& differences, const std::string& what) {
    for (const auto& one : differences) {
      const auto& d = one.as_object();
      if (d.at("what").as_string().c_str() != what) continue;
      std::string text;
      for (const char* part : {"record", "here", "there"}) text += std::string(d.at(part).as_string().c_str()) + " | ";
      return text + d.at("why").as_array().at(0).as_string().c_str();
    }
    return "nothing";
  }

  TemporaryDirectory directory_;
};

TEST_F(Conformance, APostAgreesWithItself) {
  const std::string index = build("a", kCommon), set = at("set.csv");
  const Outcome made = run_darvaza({"lists", "reference", "--output", set, "--unlisted", "2", at("a/zala.csv")});
  ASSERT_EQ(made.status, 0) << made.err;
  EXPECT_EQ(made.err.substr(0, 33), "2 entries: 2 questions by listed ") << made.err;
  const std::string text = read_file(set);
  EXPECT_NE(text.find("own:zala:1:1"), std::string::npos);
  EXPECT_NE(text.find("unlisted:2"), std::string::npos);
  const Outcome same = run_darvaza({"lists", "conformance", "--index", index, "--other", index, set});
  EXPECT_EQ(same.status, 0) << same.out;
  EXPECT_NE(same.out.find(" questions, 0 answers differ\n"), std::string::npos) << same.out;
  const std::string again = at("again.csv");
  ASSERT_EQ(run_darvaza({"lists", "reference", "--output", again, "--unlisted", "2", at("a/zala.csv")}).status, 0);
  EXPECT_EQ(read_file(again), text);
}

TEST_F(Conformance, SaysThatAnEntryIsOnOneSideOnly) {
  const std::string a = build("a", std::string(kCommon) + "4,Gulbahor Savsanova,1971-03-02,UZB,\n"), b = build("b", kCommon);
  const std::string asked = questions("t1,Gulbahor Savsanova,1971-03-02\n");
  const auto found = differences(run_darvaza({"lists", "conformance", "--json", "--index", a, "--other", b, asked}));
  EXPECT_EQ(told(found, "decision").substr(0, 17), " | hit | clear | ");
  EXPECT_NE(told(found, "only here").find("zala 4"), std::string::npos);
  EXPECT_NE(told(found, "only here").find("the entry is not on that side's lists"), std::string::npos);
  const auto reverse = differences(run_darvaza({"lists", "conformance", "--json", "--index", b, "--other", a, asked}));
  EXPECT_NE(told(reverse, "only there").find("the entry is not on that side's lists"), std::string::npos);
}

TEST_F(Conformance, SaysThatTermsKeepAnEntryFromAPost) {
  const std::string entry = "4,Gulbahor Savsanova,1971-03-02,UZB,";
  const std::string a = build("a", kCommon + entry + "UZB;KAZ\n"), b = build("b", kCommon + entry + "KAZ\n");
  const auto found = differences(
      run_darvaza({"lists", "conformance", "--json", "--state", "UZB", "--index", a, "--other", b, questions("t1,Gulbahor Savsanova,1971-03-02\n")}));
  EXPECT_NE(told(found, "only here").find("its terms keep the entry from that side's post"), std::string::npos);
}

TEST_F(Conformance, SaysWhichPieceOfEvidenceMakesAScoreDiffer) {
  const std::string a = build("a", std::string(kCommon) + "4,Gulbahor Savsanova,1971-03-02,UZB,\n"),
                    b = build("b", std::string(kCommon) + "4,Gulbahor Savsanova,1971,UZB,\n");
  const auto found = differences(run_darvaza({"lists", "conformance", "--json", "--index", a, "--other", b, questions("t1,Gulbahor Savsanova,1971-03-02\n")}));
  EXPECT_NE(told(found, "score").find("birth_date +"), std::string::npos) << told(found, "score");
}

TEST_F(Conformance, SaysThatAnEntryScoresBelowTheThresholdThere) {
  const std::string a = build("a", std::string(kCommon) + "4,Gulbahor Savsanova,1971-03-02,UZB,\n"),
                    b = build("b", std::string(kCommon) + "4,Gulbahor Savsanova,1931-11-20,UZB,\n");
  const auto found = differences(
      run_darvaza({"lists", "conformance", "--json", "--min-score", "0.99", "--index", a, "--other", b, questions("t1,Gulbahor Savsanova,1971-03-02\n")}));
  const std::string why = told(found, "only here");
  EXPECT_NE(why.find("below the threshold: prior -6.000, name +"), std::string::npos) << why;
}

TEST_F(Conformance, RecordedAnswersOfAnotherPostAreComparedWithWhatThatPostWas) {
  const std::string a = build("a", std::string(kCommon) + "4,Gulbahor Savsanova,1971-03-02,UZB,\n"), b = build("b", kCommon);
  const std::string asked = questions("t1,Gulbahor Savsanova,1971-03-02\nt2,Farrukh Dovudov,1970-01-02\n"), record = at("answers.jsonl");
  ASSERT_EQ(run_darvaza({"lists", "conformance", "--index", a, "--record", record, asked}).status, 0);
  EXPECT_EQ(lines_of(read_file(record)).size(), 3u);
  EXPECT_EQ(run_darvaza({"lists", "conformance", "--index", a, "--answers", record, asked}).status, 0);
  const Outcome other = run_darvaza({"lists", "conformance", "--index", b, "--answers", record, "--hit-score", "0.95", asked});
  EXPECT_EQ(other.status, 1);
  EXPECT_NE(other.out.find("hit_score: 0.9500 here, 0.9000 there"), std::string::npos) << other.out;
  EXPECT_NE(other.out.find("only there: zala 4"), std::string::npos) << other.out;
  // Without the first line nobody knows what the other side is; a question that one side did not answer is told.
  const auto lines = lines_of(read_file(record));
  const std::string plain = directory_.file("plain.jsonl", lines.at(1) + "\n");
  const Outcome short_one = run_darvaza({"lists", "conformance", "--index", a, "--answers", plain, asked});
  EXPECT_EQ(short_one.status, 1);
  EXPECT_NE(short_one.out.find("do not say what it is"), std::string::npos) << short_one.out;
  EXPECT_NE(short_one.out.find("t2\n  missing"), std::string::npos) << short_one.out;
}

TEST_F(Conformance, ADirectoryIsASideOfAllIndexesInIt) {
  const std::string base = build("a", kCommon), b = build("b", kCommon + std::string("4,Gulbahor Savsanova,1971-03-02,UZB,\n")), post = at("post");
  std::filesystem::create_directory(post);
  std::filesystem::copy_file(base, post + "/base.dvz");
  const std::string newer = directory_.file("post/zala.csv", kHeading + std::string(kCommon) + "5,Timur Zarrinov,1980-05-05,UZB,\n");
  ASSERT_EQ(run_darvaza({"build", "--output", post + "/changes.dvz", "--since", at("a/zala.csv"), newer}).status, 0);
  const auto missing = differences(
      run_darvaza({"lists", "conformance", "--json", "--index", b, "--other", post, questions("t1,Gulbahor Savsanova,1971-03-02\n")}));
  EXPECT_NE(told(missing, "only here").find("the entry is not on that side's lists"), std::string::npos);
  const auto changed =
      differences(run_darvaza({"lists", "conformance", "--json", "--index", post, "--other", b, questions("t1,Timur Zarrinov,1980-05-05\n")}));
  EXPECT_NE(told(changed, "only here").find("zala 5"), std::string::npos);
}

// An index that another program wrote.
TEST_F(Conformance, SourcesThatAreNoJsonAreTold) {
  const std::string a = build("a", kCommon), foreign = at("foreign.dvz");
  index::IndexBuilder builder;
  builder.add_source("not JSON");
  ASSERT_TRUE(builder.write(foreign));
  const Outcome told = run_darvaza({"lists", "conformance", "--index", a, "--other", foreign, questions("t1,Somebody Else,1971-03-02\n")});
  EXPECT_EQ(told.status, 1) << "an index without a list answers nothing completely; " << told.err;
  EXPECT_NE(told.out.find("only there: source \"not JSON\""), std::string::npos) << told.out;
}

TEST_F(Conformance, RefusesWhatAreNoAnswers) {
  const std::string a = build("a", kCommon), asked = questions("t1,Somebody Else,1971-03-02\n");
  EXPECT_EQ(run_darvaza({"lists", "conformance", "--index", a, asked}).status, 2);
  EXPECT_EQ(run_darvaza({"lists", "conformance", "--index", a, "--answers", directory_.file("no.jsonl", "{\"id\": 1}\n"), asked}).status, 65);
  EXPECT_EQ(run_darvaza({"lists", "conformance", "--index", a, "--answers", at("none"), asked}).status, 66);
}

}  // namespace
}  // namespace darvaza::test
