#include <gtest/gtest.h>

#include "cli/run_darvaza.h"

namespace darvaza::test {
namespace {

namespace fs = std::filesystem;

Outcome build(const std::string& index, std::vector<std::string> sources) {
  std::vector<std::string> arguments = {"build", "--json", "--output", index};
  arguments.insert(arguments.end(), sources.begin(), sources.end());
  return run_darvaza(arguments);
}

std::int64_t count(const boost::json::object& source, const char* key) {
  return source.at(key).to_number<std::int64_t>();
}

TEST(Build, SummaryCountsWhatEachSampleListHolds) {
  const TemporaryDirectory directory;
  const Outcome run = build(directory.path() / "x.dvz", samples("lists"));
  ASSERT_EQ(run.status, 0) << run.err;
  struct {
    const char* file;
    const char* list;
    int entries;
    int lost_documents;
    int not_persons;
  } const expected[] = {
      {"lost-documents.csv", "lost-documents", 0, 6, 0},
      {"national.csv", "national", 5, 0, 0},
      {"ofac-add.csv", "ofac-sdn", 0, 0, 1},
      {"ofac-alt.csv", "ofac-sdn", 0, 0, 0},
      {"ofac-consolidated.xml", "ofac-cons", 4, 0, 1},
      {"ofac-sdn.csv", "ofac-sdn", 4, 0, 2},
      {"police-cooperation.ftm.jsonl", "police-cooperation", 4, 0, 1},
      {"regional-watch.targets.csv", "regional-watch", 5, 0, 1},
      {"un.xml", "un-sc", 8, 0, 1},
  };
  const auto sources = json_lines(run.out).at(0).at("sources").as_array();
  ASSERT_EQ(sources.size(), std::size(expected));
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto& source = sources[i].as_object();
    EXPECT_EQ(fs::path(source.at("file").as_string().c_str()).filename(), expected[i].file);
    EXPECT_EQ(source.at("list").as_string(), expected[i].list) << expected[i].file;
    EXPECT_EQ(count(source, "entries"), expected[i].entries) << expected[i].file;
    EXPECT_EQ(count(source, "lost_documents"), expected[i].lost_documents) << expected[i].file;
    EXPECT_EQ(count(source, "not_persons"), expected[i].not_persons) << expected[i].file;
    EXPECT_TRUE(source.at("skipped").as_array().empty()) << expected[i].file;
  }
}

TEST(Build, SameSourcesGiveTheSameBytes) {
  const TemporaryDirectory directory;
  ASSERT_EQ(build(directory.path() / "a.dvz", samples("lists")).status, 0);
  ASSERT_EQ(build(directory.path() / "b.dvz", samples("lists")).status, 0);
  EXPECT_FALSE(read_file(directory.path() / "a.dvz").empty());
  EXPECT_EQ(read_file(directory.path() / "a.dvz"), read_file(directory.path() / "b.dvz"));
}

TEST(Build, ASkippedRecordIsNamedWithItsPlace) {
  const TemporaryDirectory directory;
  const std::string list = directory.file(
      "watch.csv", "id,name,birth_date\n1,Oraz Bagtybeg,1980-01-01\n2,,1981-01-01\n");
  const Outcome run = build(directory.path() / "x.dvz", {list});
  EXPECT_EQ(run.status, 0);
  EXPECT_NE(run.err.find("skipped: " + list + ":3"), std::string::npos) << run.err;
}

TEST(Build, ManySkippedRecordsAreCountedAndShownWithVerbose) {
  std::string csv = "id,name,birth_date\n1,Oraz Bagtybeg,1980-01-01\n";
  for (int i = 0; i < 25; ++i) csv += "x,,1981-01-01\n";
  const TemporaryDirectory directory;
  const std::string list = directory.file("watch.csv", csv);
  const std::string index = directory.path() / "x.dvz";
  const Outcome few = run_darvaza({"build", "--output", index, list});
  EXPECT_EQ(lines_of(few.err).size(), 21U) << few.err;
  EXPECT_NE(few.err.find("5 more"), std::string::npos) << few.err;
  const Outcome all = run_darvaza({"build", "--verbose", "--output", index, list});
  EXPECT_EQ(lines_of(all.err).size(), 25U) << all.err;
}

TEST(Build, AListThatIsNotWellFormedIsRefusedAndTheOldIndexStays) {
  const TemporaryDirectory directory;
  const std::string index = directory.file("x.dvz", "what was here before");
  const std::string broken = directory.file(
      "un.xml",
      "<CONSOLIDATED_LIST>\n<INDIVIDUALS>\n<INDIVIDUAL></INDIVIDUALS>\n</CONSOLIDATED_LIST>");
  const Outcome run = build(index, {sample("lists/national.csv"), broken});
  EXPECT_EQ(run.status, 65);
  EXPECT_NE(run.err.find(broken + ":3"), std::string::npos) << run.err;
  EXPECT_EQ(read_file(index), "what was here before");
}

TEST(Build, AnOutputThatCannotBeWrittenEndsWith74) {
  const TemporaryDirectory directory;
  const Outcome run =
      build(directory.path() / "no/such/folder/x.dvz", {sample("lists/national.csv")});
  EXPECT_EQ(run.status, 74) << run.err;
}

}  // namespace
}  // namespace darvaza::test
