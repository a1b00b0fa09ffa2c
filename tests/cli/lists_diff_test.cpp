#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "cli/run_darvaza.h"

namespace darvaza::test {
namespace {

constexpr const char* kBefore =
    "id,name,aliases,weak_aliases,birth_date,nationality\n"
    "a,Tuvan Ordai,Tuvin Orday,Abu Keleg,1960,TJK\n"
    "b,Keleg Ordai,,,1961-02-03,TJK\n"
    "c,Oraz Ordai,,,1962,TJK\n";
constexpr const char* kAfter =
    "id,name,aliases,weak_aliases,birth_date,nationality\n"
    "a,Tuvan Ordai,,Abu Keleg;Tuvin Orday,1960-05-17,TJK;UZB;IRN\n"
    "c,Oraz Ordai,,,1962,TJK\n"
    "d,Aman Ordai,,,1963 to 1965,in doubt\n";

TEST(ListsDiff, SaysInWordsWhatWasAddedRemovedAndChangedAndFromWhatToWhat) {
  const TemporaryDirectory directory;
  const Outcome run = run_darvaza({"lists", "diff", directory.file("before.csv", kBefore),
                                   directory.file("after.csv", kAfter)});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.out,
            "added person d: Aman Ordai (born 1963 to 1965)\n"
            "removed person b: Keleg Ordai (born 1961-02-03, TJK)\n"
            "changed person a: Tuvan Ordai\n"
            "  date of birth: 1960 → 1960-05-17\n"
            "  nationality added: UZB\n"
            "  nationality added: IRN\n"
            "  Tuvin Orday: alias → weak alias\n"
            "3 records before, 3 after: 1 added, 1 removed, 1 changed\n");
  EXPECT_NE(run.err.find("not read: "), std::string::npos) << run.err;
}

TEST(ListsDiff, GivesTheSameAsJson) {
  const TemporaryDirectory directory;
  const Outcome run = run_darvaza({"lists", "diff", "--json", directory.file("before.csv", kBefore),
                                   directory.file("after.csv", kAfter)});
  const auto lines = json_lines(run.out);
  ASSERT_EQ(lines.size(), 4U) << run.out;
  EXPECT_EQ(lines[0].at("id").as_string(), "a");
  const auto& fields = lines[0].at("fields").as_array();
  ASSERT_EQ(fields.size(), 4U) << run.out;
  EXPECT_EQ(fields[0].at("field").as_string(), "strong");
  EXPECT_EQ(fields[0].at("removed").as_array().at(0).as_string(), "Tuvin Orday");
  EXPECT_EQ(lines[1].at("change").as_string(), "removed");
  EXPECT_EQ(lines[3].at("before").to_number<int>(), 3);
}

TEST(ListsDiff, ComparesEditionsInDifferentFormatsAndDirectoriesOfFiles) {
  const TemporaryDirectory directory;
  const std::string csv =
      directory.file("one.csv", "id,name,birth_date\n2031/1,\"ORDAI, TUVAN\",1960\n");
  const std::string json = directory.file(
      "two.json",
      R"({"entity_id":"2031/1","name":"ORDAI","forename":"TUVAN","date_of_birth":"1960/05/17"})");
  const Outcome formats = run_darvaza({"lists", "diff", csv, json});
  EXPECT_EQ(formats.out,
            "changed person 2031/1: ORDAI, TUVAN\n"
            "  date of birth: 1960 → 1960-05-17\n"
            "  category added: notice\n"
            "1 records before, 1 after: 0 added, 0 removed, 1 changed\n");
  const Outcome folder = run_darvaza({"lists", "diff", csv, sample("abroad")});
  EXPECT_EQ(folder.status, 0) << folder.err;
  EXPECT_EQ(lines_of(folder.out).back(), "1 records before, 9 after: 9 added, 1 removed, 0 changed")
      << folder.out;
}

TEST(ListsDiff, TellsThatAnEntryMovedToAnotherList) {
  const TemporaryDirectory directory;
  const std::string before = directory.file("a.csv", "id,name,list\nx,Tuvan Ordai,one\ny,Keleg Ordai,\n");
  const std::string after = directory.file("b.csv", "id,name,list\nx,Tuvan Ordai,two\ny,Keleg Ordai,\n");
  const Outcome run = run_darvaza({"lists", "diff", before, after});
  EXPECT_EQ(run.out,
            "changed person x: Tuvan Ordai\n"
            "  list: one → two\n"
            "2 records before, 2 after: 0 added, 0 removed, 1 changed\n");
}

TEST(ListsDiff, RefusesADirectoryThatHoldsMoreThanFiles) {
  const TemporaryDirectory directory;
  const std::string csv = directory.file("one.csv", "id,name\na,Tuvan Ordai\n");
  const std::filesystem::path edition = std::filesystem::path(directory.path()) / "edition";
  const auto is_refused = [&](const std::string& name) {
    const Outcome run = run_darvaza({"lists", "diff", csv, edition.string()});
    EXPECT_NE(run.err.find(name), std::string::npos) << run.err;
    return run.status == 65;
  };
  std::filesystem::create_directories(edition / "part");
  std::filesystem::copy(csv, edition);
  EXPECT_TRUE(is_refused("part: expected a file"));
  std::filesystem::remove(edition / "part");
  std::filesystem::create_symlink("nowhere", edition / "ALT.CSV");
  EXPECT_TRUE(is_refused("ALT.CSV: expected a file"));
}

}  // namespace
}  // namespace darvaza::test
