#include "darvaza/read_lists.h"

#include <string>

#include <gtest/gtest.h>

#include "lists/list_test_support.h"

namespace darvaza::lists {
namespace {

TEST(ReadLists, SaysWhichFileIsMissing) {
  const auto read = read_files({"/nowhere/list.csv"});
  EXPECT_TRUE(read.refused);
  EXPECT_EQ(read.error.code, ErrorCode::input_missing);
  EXPECT_EQ(read.error.file, "/nowhere/list.csv");
}

TEST(ReadLists, RefusesDirectories) {
  const TestDirectory directory;
  EXPECT_EQ(read_files({directory.path()}).error.code, ErrorCode::input_refused);
}

TEST(ReadLists, RefusesWhatIsOfNoKnownFormat) {
  for (const std::string& content :
       {std::string(), std::string("\n\n"), std::string("hello"), std::string("a,b\n1,2\n"),
        std::string("<html/>"), std::string("[{}]"), std::string("\x7F\x45\x4C\x46\0\0\1\2", 8),
        std::string("\xFF\xFEi\0d\0", 6), std::string("\x1F\x8B\x08\0\0\0", 6)}) {
    const auto read = read_text(content);
    EXPECT_TRUE(read.refused) << content;
    EXPECT_EQ(read.error.code, ErrorCode::input_refused) << content;
    EXPECT_FALSE(read.error.file.empty());
  }
}

TEST(ReadLists, SaysWhatAFileIsThatIsNoTextInUtf8) {
  EXPECT_EQ(read_text(std::string("\x1F\x8B\x08\0\0\0\0\0", 8)).error.message.substr(0, 23), "a gzip file: expected a");
  EXPECT_EQ(read_text(std::string("\xFF\xFEi\0d\0,\0n\0", 10)).error.message.substr(0, 26), "text in UTF-16: expected a");
  EXPECT_EQ(read_text(std::string("{\0\"\0i\0d\0", 8)).error.message.substr(0, 26), "text in UTF-16: expected a");
}

/// XML may be in UTF-16.
TEST(ReadLists, ReadsXmlInUtf16) {
  std::string xml = "\xFF\xFE";
  for (const char c : std::string("<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>Oraz</FIRST_NAME></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>")) {
    xml += c;
    xml += '\0';
  }
  const auto read = read_text(xml);
  ASSERT_FALSE(read.refused) << read.error.message;
  ASSERT_EQ(read.entries.size(), 1u);
  EXPECT_EQ(read.entries[0].names[0].text, "Oraz");
}

TEST(ReadLists, RefusesAWholeFileWhoseQuotesNeverClose) {
  const auto read = read_text("id,name\n1,A Ordai\n2,\"B Ordai\n3,C Ordai\n");
  EXPECT_TRUE(read.refused);
  EXPECT_EQ(read.error.line, 3u);
}

TEST(ReadLists, GivesSummariesInTheOrderOfTheFiles) {
  const TestDirectory directory;
  const auto read = read_files({directory.write("b.csv", "name\nB Ordai\n"),
                                directory.write("a.csv", "document_number,status\n1,lost\n")});
  ASSERT_EQ(read.sources.size(), 2u);
  EXPECT_EQ(read.sources[0].list, "b");
  EXPECT_EQ(read.sources[1].list, "a");
  EXPECT_EQ(read.sources[1].lost_documents, 1u);
}

TEST(ReadLists, AcceptsASinkThatWantsNothing) {
  const TestDirectory directory;
  const std::vector<std::filesystem::path> files{directory.write("a.csv", "name\nA Ordai\n")};
  const auto summaries = read_lists(files, ListSink{});
  ASSERT_TRUE(summaries);
  EXPECT_EQ((*summaries)[0].entries, 1u);
}

TEST(ListFormats, HaveNames) {
  EXPECT_EQ(to_string(ListFormat::un_xml), "UN consolidated XML");
  EXPECT_EQ(to_string(ListFormat::documents_csv), "CSV of documents");
}

TEST(ReadLists, AnIdentifierThatStandsTwiceIsRemarkedUpon) {
  const TestDirectory directory;
  const auto first = directory.write("zala.csv", "id,name\nz-1,Tuvan Ordai\nz-1,Keleg Ordai\nz-2,Tovan Ordai\n");
  const auto other_list = directory.write("nord.csv", "id,name\nz-1,Tuvan Ordai\n");
  const auto more = directory.write("more.csv", "id,name,list\nz-2,Tuvan Ordai,zala\nz-2,Tuvan Ordai,nord\n");
  const auto read = read_files({first, other_list, more});
  EXPECT_EQ(read.entries.size(), 6u) << "all are kept";
  ASSERT_EQ(read.sources.size(), 3u);
  ASSERT_EQ(read.sources[0].remark_count, 1u);
  EXPECT_EQ(read.sources[0].remarks[0].record, 2u);
  EXPECT_EQ(read.sources[1].remark_count, 0u);
  ASSERT_EQ(read.sources[2].remark_count, 1u);
  EXPECT_EQ(read.sources[2].remarks[0].record, 1u);
}

TEST(ReadLists, TheSameFileTwiceIsToldOnce) {
  const TestDirectory directory;
  const auto file = directory.write("zala.csv", "id,name\nz-1,Tuvan Ordai\nz-2,Keleg Ordai\n");
  const auto read = read_files({file, file.parent_path() / "." / file.filename()});
  ASSERT_EQ(read.sources.size(), 2u);
  EXPECT_EQ(read.sources[0].remark_count, 0u);
  ASSERT_EQ(read.sources[1].remark_count, 1u);
  EXPECT_NE(read.sources[1].remarks[0].reason.find("the same file"), std::string::npos);
}

TEST(ReadLists, OtherSeparatorsAreNamed) {
  EXPECT_NE(read_text("id;name;dob\n1;Tuvan Ordai;1960\n").error.message.find("columns separated by semicolons: expected"), std::string::npos);
  EXPECT_NE(read_text("id\tname\n1\tTuvan Ordai\n").error.message.find("columns separated by tabs: expected"), std::string::npos);
}

}  // namespace
}  // namespace darvaza::lists
