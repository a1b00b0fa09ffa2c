#include <gtest/gtest.h>

#include "cli/run_darvaza.h"

namespace darvaza::test {
namespace {

class Screen : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    directory_ = new TemporaryDirectory;
    index_ = new std::string(sample_index(*directory_));
  }
  static void TearDownTestSuite() {
    delete directory_;
    delete index_;
  }

  static Outcome screen(std::vector<std::string> arguments, std::string_view input = {}) {
    std::vector<std::string> all = {"screen", "--index", *index_};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return run_darvaza(all, input);
  }

  static inline TemporaryDirectory* directory_ = nullptr;
  static inline std::string* index_ = nullptr;
};

/// More travellers than one batch holds, so that order is kept across batches.
std::string many_travellers(int count) {
  std::string csv = "id,name,birth_date\n";
  for (int i = 0; i < count; ++i) csv += "t" + std::to_string(i) + ",Oraz Bagtybeg,1980-01-01\n";
  return csv;
}

TEST_F(Screen, AnswersComeInInputOrderFromStandardInput) {
  const Outcome run = screen({"--jobs", "3"}, many_travellers(20000));
  ASSERT_EQ(run.status, 0) << run.err;
  const auto answers = lines_of(run.out);
  ASSERT_EQ(answers.size(), 20000U);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    ASSERT_EQ(answers[i].rfind("{\"id\": \"t" + std::to_string(i) + "\"", 0), 0U) << answers[i];
  }
}

TEST_F(Screen, AnswersDoNotDependOnTheNumberOfThreads) {
  const std::string manifest = sample("manifests/ferry.csv");
  const Outcome one = screen({"--jobs", "1", manifest});
  EXPECT_FALSE(one.out.empty());
  EXPECT_EQ(one.out, screen({"--jobs", "4", manifest}).out);
}

TEST_F(Screen, TheSearchAgreesWithTheExhaustiveScorer) {
  for (const std::string& manifest : samples("manifests")) {
    EXPECT_EQ(screen({manifest}).out, screen({"--exhaustive", manifest}).out) << manifest;
  }
}

TEST_F(Screen, OutputGoesToAFileWhenOneIsNamed) {
  const std::string output = directory_->path() / "answers.jsonl";
  const Outcome run = screen({"--output", output, sample("manifests/bus.jsonl")});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_TRUE(run.out.empty());
  EXPECT_EQ(json_lines(read_file(output)).size(), 9U);
}

TEST_F(Screen, OutputNeverOverwritesAnInput) {
  const std::string manifest = directory_->file("manifest.csv", "id,name\n1,Oraz Bagtybeg\n");
  EXPECT_EQ(screen({"--output", manifest, manifest}).status, 2);
  EXPECT_EQ(screen({"--output", *index_, manifest}).status, 2);
  EXPECT_EQ(read_file(manifest), "id,name\n1,Oraz Bagtybeg\n");
  EXPECT_EQ(run_darvaza({"inspect", *index_}).status, 0);
}

TEST_F(Screen, AFullDiskIsAnIoError) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full on this system";
  EXPECT_EQ(screen({"--output", "/dev/full", sample("manifests/bus.jsonl")}).status, 74);
}

TEST_F(Screen, StatsAreOneJsonLineOnStandardError) {
  const Outcome run = screen({"--stats", "--jobs", "2", sample("manifests/ferry.csv")});
  const auto stats = json_lines(run.err);
  ASSERT_EQ(stats.size(), 1U);
  EXPECT_EQ(stats[0].at("travellers").as_int64(), 9);
  EXPECT_EQ(stats[0].at("threads").as_int64(), 2);
  EXPECT_GT(stats[0].at("seconds").as_double(), 0.0);
  EXPECT_GT(stats[0].at("per_second").as_double(), 0.0);
  EXPECT_LE(stats[0].at("p50_us").as_int64(), stats[0].at("p99_us").as_int64());
  EXPECT_GT(stats[0].at("peak_rss_bytes").as_int64(), 0);
}

TEST_F(Screen, TopAndMinScoreBoundTheCandidates) {
  const std::string traveller = "id,name\n1,Darvaza Sinamaev\n";
  const auto best = json_lines(screen({"--min-score", "0", "--top", "3"}, traveller).out);
  ASSERT_EQ(best.size(), 1U);
  EXPECT_EQ(best[0].at("candidates").as_array().size(), 3U);
  const auto none = json_lines(screen({"--min-score", "1"}, traveller).out);
  ASSERT_EQ(none.size(), 1U);
  EXPECT_TRUE(none[0].at("candidates").as_array().empty());
}

TEST_F(Screen, WithTravellerShowsWhatWasRead) {
  const Outcome run = screen({"--with-traveller", sample("manifests/flight-dz101.edi")});
  const auto answers = json_lines(run.out);
  ASSERT_EQ(answers.size(), 7U);
  const auto& traveller = answers[1].at("traveller").as_object();
  EXPECT_EQ(traveller.at("names").at(0).at("primary"), "CHESHMEGULIYEV");
  EXPECT_EQ(traveller.at("names").at(0).at("secondary"), "BATYR");
  EXPECT_EQ(traveller.at("birth_date"), "1979-09-19");
  EXPECT_EQ(traveller.at("sex"), "M");
  EXPECT_EQ(traveller.at("nationalities").at(0), "TKM");
  EXPECT_EQ(traveller.at("documents").at(0).at("number"), "A9061724");
  EXPECT_EQ(traveller.at("documents").at(0).at("issuing_state"), "TKM");
  EXPECT_EQ(traveller.at("locator"), "GATE02");
  EXPECT_EQ(traveller.at("role"), "passenger");
  const auto& flight = traveller.at("flights").at(0);
  EXPECT_EQ(flight.at("from"), "UTA");
  EXPECT_EQ(flight.at("to"), "UTB");
  EXPECT_EQ(flight.at("departs"), "2026-01-15T15:40");
}

TEST_F(Screen, AManifestThatBreaksOffIsAnsweredAndEndsWith65) {
  const std::string whole = read_file(sample("manifests/flight-dz101.edi"));
  const Outcome run = screen({}, whole.substr(0, whole.find("OKONKWO")));
  EXPECT_EQ(run.status, 65);
  EXPECT_GE(json_lines(run.out).size(), 5U);
  EXPECT_NE(run.err.find("standard input"), std::string::npos) << run.err;
}

TEST_F(Screen, OneBadManifestDoesNotStopTheOthers) {
  const std::string missing = directory_->path() / "missing.csv";
  const Outcome run = screen({missing, sample("manifests/bus.jsonl")});
  EXPECT_EQ(run.status, 66);
  EXPECT_EQ(json_lines(run.out).size(), 9U);
  EXPECT_NE(run.err.find(missing), std::string::npos);
}

/// A fresh directory below the suite's own.
std::filesystem::path make_directory(const TemporaryDirectory& parent, const std::string& name) {
  const std::filesystem::path path = parent.path() / name;
  std::filesystem::create_directories(path);
  return path;
}

TEST_F(Screen, ADirectoryIsItsFilesInOrderOfTheirNames) {
  const auto day = make_directory(*directory_, "day/evening");
  std::filesystem::copy_file(sample("manifests/flight-dz202.edi"), day / "b.edi");
  std::filesystem::copy_file(sample("manifests/flight-dz101.edi"), day / "a.edi");
  directory_->file("day/crew.csv", "id,name\nc1,Oraz Bagtybeg\n");
  const Outcome run = screen({directory_->path() / "day"});
  EXPECT_EQ(run.status, 0) << run.err;
  const auto answers = json_lines(run.out);
  ASSERT_EQ(answers.size(), 1U + 7U + 5U);
  EXPECT_EQ(answers[0].at("id"), "c1");
  EXPECT_EQ(answers[1].at("flights").at(0).at("flight"), "DZ0101");
  EXPECT_EQ(answers[1].at("flights").at(0).at("reported"), true);
  EXPECT_EQ(answers[8].at("flights").at(0).at("flight"), "DZ0202");
  EXPECT_TRUE(answers[0].at("flights").as_array().empty());
  // The summary, for people: one line a flight.
  EXPECT_NE(run.err.find("DZ0101"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("2026-01-16"), std::string::npos) << run.err;
}

TEST_F(Screen, ABadFileInADirectoryIsNamedAndTheRestIsScreened) {
  const auto mixed = make_directory(*directory_, "mixed");
  directory_->file("mixed/1.edi", "this is no manifest\n");
  std::filesystem::copy_file(sample("manifests/flight-dz101.edi"), mixed / "2.edi");
  const std::string summary = directory_->path() / "mixed.csv";
  const Outcome run = screen({"--summary", summary, mixed});
  EXPECT_EQ(run.status, 65);
  EXPECT_EQ(json_lines(run.out).size(), 7U);
  EXPECT_NE(run.err.find((mixed / "1.edi").string()), std::string::npos) << run.err;
  const auto rows = lines_of(read_file(summary));
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].rfind("flight,date,from,to,travellers,hit,review,incomplete,clear", 0), 0U)
      << rows[0];
}

TEST_F(Screen, TheSummaryCountsEachTravellerOnceByFlight) {
  const std::string summary = directory_->path() / "flights.csv";
  const Outcome run = screen({"--summary", summary, sample("manifests/flight-dz101.edi"),
                              sample("manifests/flight-dz101.edi"), sample("manifests/ferry.csv")});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_TRUE(run.err.empty()) << run.err;
  const std::string text = read_file(summary);
  EXPECT_EQ(lines_of(text).size(), 3U) << text;
  EXPECT_NE(text.find("\"DZ0101\",\"2026-01-15\",\"UTA\",\"UTB\",\"14\""), std::string::npos)
      << text;
  EXPECT_NE(text.find("\"\",\"\",\"\",\"\",\"9\""), std::string::npos) << text;
}

TEST_F(Screen, AnEmptyDirectoryIsMissingInput) {
  EXPECT_EQ(screen({make_directory(*directory_, "empty")}).status, 66);
}

TEST_F(Screen, TheSummaryNeverOverwritesAnInput) {
  const std::string manifest = directory_->file("kept.csv", "id,name\n1,Oraz Bagtybeg\n");
  EXPECT_EQ(screen({"--summary", manifest, manifest}).status, 2);
  EXPECT_EQ(read_file(manifest), "id,name\n1,Oraz Bagtybeg\n");
}

TEST_F(Screen, AnInteractiveQueryIsAnsweredWithCusres) {
  const Outcome run =
      screen({"--format", "paxlst", "--answer", "cusres", sample("manifests/flight-dz101.edi")});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.out.find("UNG+CUSRES+ZZBORDER:ZZ+ZZAIR:ZZ+"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("RFF+AF:DZ101'"), std::string::npos);
  // Of the seven, RAHIMI and OKONKWO are clear; everybody else must not be cleared.
  std::size_t cleared = 0, groups = 0;
  std::string locator;
  for (const std::string& line : lines_of(run.out)) {
    if (line == "ERP+2'") ++groups;
    if (line.rfind("RFF+AVF:", 0) == 0) locator = line;
    if (line != "ERC+0Z'") continue;
    ++cleared;
    EXPECT_TRUE(locator == "RFF+AVF:GATE05'" || locator == "RFF+AVF:GATE06'") << locator;
  }
  EXPECT_EQ(groups, 7U);
  EXPECT_EQ(cleared, 2U);
}

TEST_F(Screen, CusresAnswersOnlyPaxlst) {
  const Outcome run = screen({"--answer", "cusres", sample("manifests/ferry.csv")});
  EXPECT_EQ(run.status, 65);
  EXPECT_TRUE(run.out.empty()) << run.out;
  EXPECT_NE(run.err.find("9 travellers stand in no PAXLST message"), std::string::npos) << run.err;
}

TEST_F(Screen, ADamagedIndexIsRefused) {
  std::string bytes = read_file(*index_);
  bytes[bytes.size() / 2] ^= 1;
  const std::string damaged = directory_->file("damaged.dvz", bytes);
  const Outcome run = run_darvaza({"screen", "--index", damaged, sample("manifests/bus.jsonl")});
  EXPECT_EQ(run.status, 65);
  EXPECT_TRUE(run.out.empty());
}

TEST_F(Screen, TheTableHoldsAlertsAndTotals) {
  const Outcome run = screen({"--table", sample("manifests/ferry.csv")});
  const auto rows = lines_of(run.out);
  ASSERT_GE(rows.size(), 3U);
  EXPECT_EQ(rows.front().rfind("traveller", 0), 0U) << rows.front();
  EXPECT_NE(run.out.find("ferry.csv f1"), std::string::npos);
  EXPECT_EQ(run.out.find("ferry.csv f5"), std::string::npos) << "a clear is no alert";
  EXPECT_EQ(rows.back().rfind("9 travellers: ", 0), 0U) << rows.back();
}

TEST_F(Screen, TheTableSendsNoControlCharactersToTheTerminal) {
  const Outcome run =
      screen({"--table", "--format", "csv"},
             "id,name,birth_date,document_number,issuing_state\n"
             "1,\"Nadir \x1b[2J\xE2\x80\xAE\x44\x61ryaguzar\",1971-03-02,K90412877,IRN\n");
  EXPECT_NE(run.out.find("QDi.901"), std::string::npos) << run.out;
  EXPECT_EQ(run.out.find('\x1b'), std::string::npos) << run.out;
  EXPECT_EQ(run.out.find("\xE2\x80\xAE"), std::string::npos) << run.out;
}

TEST_F(Screen, IllFormedBytesStillGiveValidJson) {
  const Outcome run = screen({"--with-traveller"}, "id,name\n\xFF\x01,Oraz\xC3 Bagtybeg\n");
  EXPECT_EQ(json_lines(run.out).size(), 1U);
}

}  // namespace
}  // namespace darvaza::test
