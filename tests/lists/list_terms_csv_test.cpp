// Terms of whole lists.
#include "lists/list_terms_csv.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::lists {
namespace {

namespace fs = std::filesystem;

/// What reaches the sink, in order.
struct Delivered {
  std::vector<std::string> order;
  std::vector<std::pair<std::string, EntryTerms>> terms;
  Result<std::vector<SourceSummary>> summaries;
};

Delivered read_files(const std::vector<std::string>& texts) {
  const fs::path directory =
      fs::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
  fs::create_directories(directory);
  std::vector<fs::path> files;
  for (const std::string& text : texts) {
    files.push_back(directory / ("file" + std::to_string(files.size()) + ".csv"));
    std::ofstream(files.back()) << text;
  }
  Delivered out;
  ListSink sink;
  sink.entry = [&](WatchlistEntry&& entry) { out.order.push_back(entry.id); };
  sink.list_terms = [&](std::string_view list, const EntryTerms& terms) {
    out.order.emplace_back(list);
    out.terms.emplace_back(list, terms);
  };
  out.summaries = read_lists(files, sink);
  fs::remove_all(directory);
  return out;
}

TEST(ListTermsCsv, ComeBeforeTheEntriesWhateverTheOrderOfTheFiles) {
  const Delivered read =
      read_files({"id,name\nz-1,Tuvan Ordai\n",
                  "list,owner,instruction\nfile0,TJK,contact\nsltd,UZB,seize document\n"});
  ASSERT_TRUE(read.summaries.has_value());
  EXPECT_EQ(read.order, (std::vector<std::string>{"file0", "sltd", "z-1"}));
  EXPECT_EQ(read.terms[0].second.owner, StateCode("TJK"));
  EXPECT_EQ(read.terms[1].second.instruction, Instruction::seize_document);
  EXPECT_EQ((*read.summaries)[1].format, ListFormat::list_terms_csv);
  EXPECT_EQ((*read.summaries)[1].attached, 2u);
  EXPECT_EQ((*read.summaries)[1].entries, 0u);
}

TEST(ListTermsCsv, ARowWithoutAListAndASecondOneOfItAreSkippedAloud) {
  const Delivered read = read_files({"list,owner\n,TJK\nzala,UZB\nzala,KGZ\n"});
  ASSERT_TRUE(read.summaries.has_value());
  ASSERT_EQ(read.terms.size(), 1u);
  EXPECT_EQ(read.terms[0].second.owner, StateCode("UZB"));
  EXPECT_EQ((*read.summaries)[0].skipped_count, 2u);
}

TEST(ListTermsCsv, EntriesTakeFromTheirListWhatTheyDoNotState) {
  const fs::path directory = fs::path(testing::TempDir()) / "completed_entries";
  fs::create_directories(directory);
  const fs::path persons = directory / "zala.csv", terms = directory / "terms.csv";
  std::ofstream(persons) << "id,name,instruction\nz-1,Tuvan Ordai,arrest\n";
  std::ofstream(terms) << "list,owner,instruction,releasable_to\nzala,TJK,contact,owner\n";
  std::vector<EntryTerms> read;
  ListSink sink;
  sink.entry = [&](WatchlistEntry&& entry) { read.push_back(entry.terms); };
  const fs::path files[] = {persons, terms};
  ASSERT_TRUE(read_lists(files, sink).has_value());
  fs::remove_all(directory);
  ASSERT_EQ(read.size(), 1u);
  EXPECT_EQ(read[0].owner, StateCode("TJK"));
  EXPECT_EQ(read[0].instruction, Instruction::arrest);
  EXPECT_TRUE(read[0].releasable_to.has_value());
}

// A misspelt identifier would share a list with everybody.
TEST(ListTermsCsv, TermsThatNoRecordTakesAreToldAloud) {
  const Delivered read = read_files({"id,name\nz-1,Tuvan Ordai\n", "list,owner,releasable_to\nfile0,TJK,owner\nflie0,TJK,owner\n"});
  ASSERT_TRUE(read.summaries.has_value());
  EXPECT_EQ((*read.summaries)[0].remark_count, 0u);
  ASSERT_EQ((*read.summaries)[1].remark_count, 1u);
  EXPECT_NE((*read.summaries)[1].remarks[0].reason.find("flie0"), std::string::npos);
}

TEST(ListTermsCsv, ATableOfPersonsWithTermsIsATableOfPersons) {
  const Delivered read = read_files({"list,owner,name\nzala,TJK,Tuvan Ordai\n"});
  ASSERT_TRUE(read.summaries.has_value());
  EXPECT_EQ((*read.summaries)[0].format, ListFormat::persons_csv);
}

}  // namespace
}  // namespace darvaza::lists
