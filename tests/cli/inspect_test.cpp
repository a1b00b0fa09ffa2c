#include <gtest/gtest.h>

#include "cli/run_darvaza.h"

namespace darvaza::test {
namespace {

TEST(Inspect, CountsAreThoseOfTheSampleLists) {
  const TemporaryDirectory directory;
  const auto index =
      json_lines(run_darvaza({"inspect", "--json", sample_index(directory)}).out).at(0);
  EXPECT_EQ(index.at("entries").to_number<int>(), 30);
  EXPECT_EQ(index.at("lost_documents").to_number<int>(), 6);
  EXPECT_EQ(index.at("sources").as_array().size(), 9U);
  EXPECT_FALSE(index.at("digest").as_string().empty());
  EXPECT_FALSE(index.at("tables_fingerprint").as_string().empty());
}

TEST(Inspect, TheReportShowsSourcesAndSections) {
  const TemporaryDirectory directory;
  const Outcome run = run_darvaza({"inspect", sample_index(directory)});
  EXPECT_EQ(run.status, 0) << run.err;
  for (const char* expected : {"digest", "un.xml", "lost-documents.csv", "section"}) {
    EXPECT_NE(run.out.find(expected), std::string::npos) << expected << " in\n" << run.out;
  }
}

// Two states of one list: what changed is searched behind the old one, and makes one index with it.
TEST(Inspect, SeveralIndexesAreSearchedTogetherAndMadeOne) {
  const TemporaryDirectory directory;
  for (const char* day : {"1", "2"}) std::filesystem::create_directory(directory.path() / day);
  const std::string before = directory.file("1/zala.csv", "id,name\nz-1,Nadir Zarbofanov\nz-2,Golbahar Kumushoy\n");
  const std::string after = directory.file("2/zala.csv", "id,name\nz-1,Nadir Zarbofanov\nz-3,Shirin Tabarov\n");
  const std::string base = directory.path() / "base.dvz", changes = directory.path() / "changes.dvz", one = directory.path() / "one.dvz";
  ASSERT_EQ(run_darvaza({"build", "--output", base, before}).status, 0);
  ASSERT_EQ(run_darvaza({"build", "--output", changes, "--since", before, after}).status, 0);
  ASSERT_EQ(run_darvaza({"build", "--output", one, "--compact", base, changes}).status, 0);
  const auto files = json_lines(run_darvaza({"inspect", "--json", base, changes}).out);
  ASSERT_EQ(files.size(), 2u);
  EXPECT_EQ(files[1].at("entries").to_number<int>(), 1);
  EXPECT_EQ(run_darvaza({"inspect", changes}).status, 65) << "changes of nothing";
  for (const auto& [name, candidates] : {std::pair{"Golbahar Kumushoy", std::size_t{0}}, std::pair{"Shirin Tabarov", std::size_t{1}}}) {
    const auto several = run_darvaza({"match", "--json", "--index", base, "--index", changes, "--name", name});
    EXPECT_EQ(json_lines(several.out).at(0).at("candidates").as_array().size(), candidates) << several.err;
    EXPECT_EQ(run_darvaza({"match", "--json", "--index", one, "--name", name}).out, several.out);
  }
  const auto missing = run_darvaza({"match", "--json", "--index", one, "--require-list", "sltd", "--name", "Shirin Tabarov"});
  EXPECT_EQ(json_lines(missing.out).at(0).at("decision").as_string(), "incomplete");
}

TEST(Inspect, AFileThatIsNoIndexIsRefused) {
  EXPECT_EQ(run_darvaza({"inspect", sample("lists/un.xml")}).status, 65);
}

}  // namespace
}  // namespace darvaza::test
