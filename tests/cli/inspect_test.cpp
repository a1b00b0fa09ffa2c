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

TEST(Inspect, AFileThatIsNoIndexIsRefused) {
  EXPECT_EQ(run_darvaza({"inspect", sample("lists/un.xml")}).status, 65);
}

}  // namespace
}  // namespace darvaza::test
