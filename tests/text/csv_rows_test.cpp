#include "text/csv_rows.h"

#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::text {
namespace {

struct ReadRows {
  std::vector<CsvRow> rows;
  std::string error;
  std::uint64_t error_line = 0;
};

ReadRows read_all(const std::string& text, CsvLimits limits = {}) {
  std::istringstream in(text);
  CsvRows rows(in, "test.csv", limits);
  ReadRows out;
  CsvRow row;
  for (;;) {
    const auto more = rows.next(row);
    if (!more) {
      out.error = more.error().message;
      out.error_line = more.error().line;
    }
    if (!more || !*more) return out;
    out.rows.push_back(row);
  }
}

using Fields = std::vector<std::string>;

TEST(CsvRows, SplitsFieldsAtCommasOutsideQuotes) {
  const auto read = read_all("a,b\n\"c,d\",\"e \"\"f\"\"\"\n");
  ASSERT_EQ(read.rows.size(), 2u);
  EXPECT_EQ(read.rows[0].fields, (Fields{"a", "b"}));
  EXPECT_EQ(read.rows[1].fields, (Fields{"c,d", "e \"f\""}));
  EXPECT_EQ(read.error, "");
}

TEST(CsvRows, AcceptsEveryLineEndAndAMissingLastOne) {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    const auto read = read_all("a,b" + end + "c,d" + end + end + "e,f");
    ASSERT_EQ(read.rows.size(), 3u);
    EXPECT_EQ(read.rows[2].fields, (Fields{"e", "f"}));
    EXPECT_EQ(read.rows[1].line, 2u);
    EXPECT_EQ(read.rows[2].line, 4u);
    EXPECT_EQ(read.rows[2].record, 3u);
  }
}

TEST(CsvRows, NamesTheLineOnWhichARowBegins) {
  const auto read = read_all("a\n\"two\nlines\"\n   \nb\n");
  ASSERT_EQ(read.rows.size(), 3u);
  EXPECT_EQ(read.rows[1].fields, (Fields{"two\nlines"}));
  EXPECT_EQ(read.rows[1].line, 2u);
  EXPECT_EQ(read.rows[2].line, 5u);
  EXPECT_EQ(read.rows[2].record, 3u);
}

TEST(CsvRows, SkipsTheByteOrderMark) {
  const auto read = read_all("\xEF\xBB\xBFid,name\n");
  ASSERT_EQ(read.rows.size(), 1u);
  EXPECT_EQ(read.rows[0].fields, (Fields{"id", "name"}));
}

TEST(CsvRows, KeepsEmptyFieldsAndDropsBlanksAroundUnquotedOnes) {
  const auto read = read_all("-0- ,, x ,\" y \" ,\n");
  ASSERT_EQ(read.rows.size(), 1u);
  EXPECT_EQ(read.rows[0].fields, (Fields{"-0-", "", "x", " y ", ""}));
}

TEST(CsvRows, TakesAQuotationMarkInsideAnUnquotedFieldAsText) {
  const auto read = read_all("Tuvan \"the Tall\" Ordai,1\n6\" pipe,2\n");
  ASSERT_EQ(read.rows.size(), 2u);
  EXPECT_EQ(read.rows[0].fields, (Fields{"Tuvan \"the Tall\" Ordai", "1"}));
  EXPECT_EQ(read.rows[1].fields, (Fields{"6\" pipe", "2"}));
}

TEST(CsvRows, RefusesTextAfterAClosingQuoteBecauseRowsCouldMerge) {
  const auto read = read_all("a,b\n\"c\"d,e\nf,\"g\"\n");
  EXPECT_EQ(read.rows.size(), 1u);
  EXPECT_NE(read.error, "");
  EXPECT_EQ(read.error_line, 2u);
}

TEST(CsvRows, RefusesQuotesThatNeverCloseAndNamesWhereTheRowBegan) {
  const auto read = read_all("a,b\nc,\"d\ne,f\ng,h\n");
  EXPECT_EQ(read.rows.size(), 1u);
  EXPECT_EQ(read.error_line, 2u);
}

TEST(CsvRows, RefusesNulBytes) {
  EXPECT_EQ(read_all(std::string("a\0,\0b\0\n\0", 8)).error, "text in UTF-16: expected text in UTF-8");
  const auto read = read_all(std::string("a,b\nc\0,d\n", 9));
  EXPECT_EQ(read.rows.size(), 1u);
  EXPECT_EQ(read.error_line, 2u);
}

TEST(CsvRows, RefusesARowOfTooManyFieldsOrBytes) {
  const CsvLimits limits{32, 4};
  EXPECT_EQ(read_all("a,b,c,d\n", limits).error, "");
  EXPECT_NE(read_all("a,b,c,d,e\n", limits).error, "");
  EXPECT_EQ(read_all(std::string(31, 'x') + "\n", limits).error, "");
  EXPECT_NE(read_all(std::string(32, 'x') + "\n", limits).error, "");
  EXPECT_NE(read_all("\"" + std::string(40, '\n') + "\"\n", limits).error, "");
}

TEST(CsvRows, CountsTheLimitOfBytesForEachRowAnew) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "abcdefghij,klmnop\n";
  EXPECT_EQ(read_all(text, CsvLimits{32, 4}).rows.size(), 1000u);
}

TEST(CsvRows, ReadsRowsThatLieAcrossBlocks) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "\"line one\nline two\",b\r\n";
  const auto read = read_all(text);
  ASSERT_EQ(read.rows.size(), 20000u);
  for (const CsvRow& row : read.rows) ASSERT_EQ(row.fields, (Fields{"line one\nline two", "b"}));
  EXPECT_EQ(read.rows.back().line, 2u * 19999 + 1);
}

TEST(CsvRows, GivesTheSameAnswerAgainAfterTheEndOrAnError) {
  std::istringstream in("a\n\"b");
  CsvRows rows(in, "test.csv");
  CsvRow row;
  EXPECT_TRUE(rows.next(row).value());
  EXPECT_FALSE(rows.next(row).has_value());
  EXPECT_FALSE(rows.next(row).has_value());
  EXPECT_TRUE(row.fields.empty());

  std::istringstream empty;
  CsvRows none(empty, "empty.csv");
  EXPECT_FALSE(none.next(row).value());
  EXPECT_FALSE(none.next(row).value());
}

TEST(CsvRows, EveryPrefixOfAFileGivesRowsOrAnError) {
  const std::string text = "id,name\r\n1,\"Ordai, \"\"T\"\"\"\r\n2,\"two\nlines\"\n";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    EXPECT_LE(read_all(text.substr(0, size)).rows.size(), 3u);
  }
}

}  // namespace
}  // namespace darvaza::text
