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

/// The figures of tools/dev/count_lists.py.
TEST(Build, ListsFromAbroadHoldWhatTheIndependentProgramCounts) {
  const TemporaryDirectory directory;
  const std::string index = directory.path() / "x.dvz";
  const Outcome run = build(index, samples("abroad"));
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.err, "");
  struct {
    const char* list;
    int entries, names, documents, not_persons, attached;
  } const expected[] = {
      {"ca-sema", 1, 3, 0, 1, 0},  {"eu-fsf", 2, 4, 1, 1, 0},   {"interpol", 1, 1, 0, 0, 0},     {"interpol", 2, 2, 0, 0, 0},
      {"ofac-sdn", 1, 3, 1, 1, 0}, {"uk-ofsi", 1, 4, 3, 1, 2}, {"uk-sanctions", 1, 4, 1, 2, 2},
  };
  const auto sources = json_lines(run.out).at(0).at("sources").as_array();
  ASSERT_EQ(sources.size(), std::size(expected));
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto& source = sources[i].as_object();
    EXPECT_EQ(source.at("list").as_string(), expected[i].list);
    EXPECT_EQ(count(source, "entries"), expected[i].entries) << expected[i].list;
    EXPECT_EQ(count(source, "names"), expected[i].names) << expected[i].list;
    EXPECT_EQ(count(source, "documents"), expected[i].documents) << expected[i].list;
    EXPECT_EQ(count(source, "not_persons"), expected[i].not_persons) << expected[i].list;
    EXPECT_EQ(count(source, "attached"), expected[i].attached) << expected[i].list;
    EXPECT_TRUE(source.at("skipped").as_array().empty()) << expected[i].list;
    EXPECT_TRUE(source.at("remarks").as_array().empty()) << expected[i].list;
  }
  // Each is found under another spelling than the one that is its entry's first.
  struct {
    const char* name;
    const char* entry;
  } const found[] = {
      {"Эльчин Оташбулаги", "ca-sema Ruritania, Schedule 1, Part 1, item 7"},
      {"DARAKHTPOYEVA SHIRIN", "eu-fsf EU.9901.11"},
      {"Бауыржан Таскорганов", "interpol 2031/99003"},
      {"Нарынгюллер Самир", "ofac-sdn 99401"},
      {"زلمی رحیم سفیدکوهی", "uk-ofsi 99011"},
      {"Мердан Гызылгулыев", "uk-sanctions ZZZ9901"},
  };
  for (const auto& person : found) {
    const Outcome answer = run_darvaza({"match", "--index", index, "--name", person.name, "--json"});
    const auto candidates = json_lines(answer.out).at(0).at("candidates").as_array();
    ASSERT_FALSE(candidates.empty()) << person.entry;
    const auto& first = candidates[0].as_object();
    EXPECT_EQ(std::string(first.at("list").as_string()) + " " + std::string(first.at("id").as_string()), person.entry);
  }
}

TEST(Build, AFactThatIsNotReadIsNamedWithItsPlace) {
  const TemporaryDirectory directory;
  const std::string list =
      directory.file("watch.csv", "id,name,birth_date,nationality\n1,Oraz Bagtybeg,in spring,Narnia\n2,Aman Bagtybeg,1981,TKM\n");
  const Outcome text = run_darvaza({"build", "--output", directory.path() / "x.dvz", list});
  EXPECT_EQ(text.status, 0);
  EXPECT_NE(text.err.find("not read: " + list + ":2: record 1: a date of birth"), std::string::npos) << text.err;
  EXPECT_EQ(lines_of(text.err).size(), 2U) << text.err;
  const Outcome json = build(directory.path() / "x.dvz", {list});
  const auto remarks = json_lines(json.out).at(0).at("sources").as_array().at(0).at("remarks").as_array();
  ASSERT_EQ(remarks.size(), 2U);
  EXPECT_EQ(count(remarks[0].as_object(), "record"), 1);
  EXPECT_EQ(count(remarks[0].as_object(), "line"), 2);
  EXPECT_NE(std::string(remarks[1].as_object().at("reason").as_string()).find("nationality"), std::string::npos);
}

TEST(Build, AListWithoutARecordIsNamed) {
  const TemporaryDirectory directory;
  const std::string list = directory.file("watch.csv", "id,name,birth_date\n");
  const Outcome run = run_darvaza({"build", "--allow-empty", "--output", directory.path() / "x.dvz", list});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "darvaza: " + list + ": holds no record\n");
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

/// A download that failed leaves a heading: whoever the list named would be clear.
TEST(Build, AListWithoutRecordsIsRefusedUnlessItIsMeant) {
  const TemporaryDirectory directory;
  const std::string index = directory.path() / "x.dvz";
  const std::string full = directory.file("zala.csv", "id,name\n1,Farrukh Dovudov\n");
  ASSERT_EQ(build(index, {full}).status, 0);
  const std::string before = read_file(index);
  directory.file("zala.csv", "id,name\n");
  const Outcome refused = build(index, {full, sample("lists/national.csv")});
  EXPECT_EQ(refused.status, 65);
  EXPECT_NE(refused.err.find("the list zala has no record, and no index was written"), std::string::npos) << refused.err;
  EXPECT_EQ(read_file(index), before);
  EXPECT_EQ(std::distance(fs::directory_iterator(directory.path()), fs::directory_iterator()), 2) << "nothing is left beside it";
  EXPECT_EQ(run_darvaza({"build", "--allow-empty", "--output", index, full}).status, 0);
  EXPECT_NE(read_file(index), before);
}

/// For scripts: whatever would be lost ends with 65, and the index that is there stays.
TEST(Build, StrictRefusesToLoseAnything) {
  const TemporaryDirectory directory;
  const std::string index = directory.file("x.dvz", "what was here before");
  struct {
    const char* list;
    const char* why;
  } const cases[] = {{"id,name,birth_date\n1,Oraz Bagtybeg,1980-01-01\n2,,1981-01-01\n", "1 records were skipped"},
                     {"id,name,birth_date\n1,Oraz Bagtybeg,in spring\n", "1 facts were not read as they stand"},
                     {"id,name,passport\n1,Oraz Bagtybeg,1.23457E+11\n", "1 facts were not read as they stand"},
                     {"id,name,passport\n1,Oraz Bagtybeg,90512806.0\n", "1 facts were not read as they stand"},
                     {"id,name\n1,Oraz Bagtybeg\n2,???\n", "names have no letters"},
                     {"id,name,valid_from\n1,Oraz Bagtybeg,2206-01-01\n", "1 facts were not read as they stand"},
                     {"id,name,colour\n1,Oraz Bagtybeg,red\n", "1 facts were not read as they stand"}};
  for (const auto& one : cases) {
    const std::string list = directory.file("zala.csv", one.list);
    const Outcome run = run_darvaza({"build", "--strict", "--output", index, list});
    EXPECT_EQ(run.status, 65) << one.list;
    EXPECT_NE(run.err.find(one.why), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("nothing may be lost (strict): no index was written"), std::string::npos) << run.err;
    EXPECT_EQ(read_file(index), "what was here before") << one.list;
    EXPECT_EQ(run_darvaza({"build", "--output", directory.path() / "loose.dvz", list}).status, 0) << one.list;
  }
  const std::string older = directory.file("old.csv", "id,name\n1,Oraz Bagtybeg\n"), newer = directory.file("new.csv", "id,name\n1,Oraz Bagtybeg\n");
  const Outcome dropped = run_darvaza({"build", "--strict", "--output", index, "--since", older, newer});
  EXPECT_EQ(dropped.status, 65);
  EXPECT_NE(dropped.err.find("the list old is dropped"), std::string::npos) << dropped.err;
  std::vector<std::string> whole{"build", "--strict", "--output", index};
  for (const std::string& list : samples("lists")) whole.push_back(list);
  EXPECT_EQ(run_darvaza(whole).status, 0) << "organisations are no loss";
}

TEST(Build, AListThatNoSourceIsOfAnyMoreIsToldWithWhatItHeld) {
  const TemporaryDirectory directory;
  const std::string older = directory.file("zala.csv", "id,name\n1,Farrukh Dovudov\n2,Timur Zarrinov\n");
  const std::string renamed = directory.file("other.csv", "id,name\n1,Farrukh Dovudov\n");
  const Outcome run = run_darvaza({"build", "--output", directory.path() / "changes.dvz", "--since", older, renamed});
  EXPECT_EQ(run.status, 0);
  EXPECT_NE(run.err.find("the list zala is dropped, 2 entries and 0 lost documents"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace darvaza::test
