#include <string>

#include <gtest/gtest.h>

#include "lists/list_test_support.h"

namespace darvaza::lists {
namespace {

constexpr std::string_view kSdn =
    "7,RURITANIAN LINES,-0- ,CUBA,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n"
    "9,\"ORDAI, Tuvan\",individual,SDGT] [IFSR,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 1960; "
    "a.k.a. "
    "'KELEG'.\"\r\n"
    "11,SEA FOX,vessel,CUBA,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n"
    "12,\"NOBODY, A\",robot,CUBA,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n"
    "\x1A";
constexpr std::string_view kAlt =
    "7,1,aka,RTL,-0- \r\n9,2,aka,\"ORDAY, T.\",-0- \r\n9,3,fka,\"OLD, Name\",weak\r\n"
    "12,4,aka,ROBOT,-0- \r\n99,5,aka,LOST,-0- \r\n\x1A";
constexpr std::string_view kAdd =
    "9,1,\"1 Canal Street\",\"Strelsau\",\"Ruritania\",-0- \r\n7,2,-0- ,-0- ,\"Cuba\",-0- \r\n\x1A";

TEST(OfacCsv, JoinsCompanionsWhateverTheOrderOfTheFiles) {
  const TestDirectory directory;
  const auto sdn = directory.write("a", kSdn);
  const auto alt = directory.write("b", kAlt);
  const auto add = directory.write("c", kAdd);
  for (const auto& files : {std::vector{sdn, alt, add}, std::vector{add, alt, sdn}}) {
    const auto read = read_files(files);
    ASSERT_FALSE(read.refused) << read.error.message;
    ASSERT_EQ(read.entries.size(), 1u);
    const auto& entry = read.entries[0];
    EXPECT_EQ(entry.id, "9");
    EXPECT_EQ(entry.list, "ofac-sdn");
    EXPECT_EQ(entry.category, "SDGT; IFSR");
    EXPECT_EQ(names_of(entry, NameGrade::primary), (Texts{"ORDAI, Tuvan"}));
    EXPECT_EQ(names_of(entry, NameGrade::strong), (Texts{"ORDAY, T."}));
    EXPECT_EQ(names_of(entry, NameGrade::weak), (Texts{"OLD, Name", "KELEG"}));
    EXPECT_EQ(dates_of(entry), (Texts{"1960"}));
  }
}

TEST(OfacCsv, CountsEveryRowExactlyOnce) {
  const TestDirectory directory;
  const auto read = read_files(
      {directory.write("a", kSdn), directory.write("b", kAlt), directory.write("c", kAdd)});
  ASSERT_EQ(read.sources.size(), 3u);
  const auto& sdn = read.sources[0];
  EXPECT_EQ(sdn.format, ListFormat::ofac_sdn_csv);
  EXPECT_EQ(sdn.entries, 1u);
  EXPECT_EQ(sdn.names, 4u);
  EXPECT_EQ(sdn.not_persons, 2u);
  EXPECT_EQ(sdn.skipped_count, 1u);
  const auto& alt = read.sources[1];
  EXPECT_EQ(alt.format, ListFormat::ofac_alt_csv);
  EXPECT_EQ(alt.attached, 2u);
  EXPECT_EQ(alt.not_persons, 1u);
  EXPECT_EQ(alt.skipped_count, 2u);
  const auto& add = read.sources[2];
  EXPECT_EQ(add.format, ListFormat::ofac_add_csv);
  EXPECT_EQ(add.attached, 1u);
  EXPECT_EQ(add.not_persons, 1u);
}

TEST(OfacCsv, RefusesCompanionsWithoutTheirEntries) {
  EXPECT_TRUE(read_text(kAlt).refused);
  EXPECT_TRUE(read_text(kAdd).refused);
  EXPECT_FALSE(read_text(kSdn).refused);
}

TEST(OfacCsv, KeepsBothEntriesOfANumberThatOccursTwice) {
  const std::string row = ",individual,SDGT,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n";
  const auto read = read_text("5,\"ORDAI, A\"" + row + "5,\"ORDAI, B\"" + row);
  EXPECT_EQ(read.entries.size(), 2u);
}

TEST(OfacCsv, SkipsRowsOfAnotherShapeAloud) {
  const auto read = read_text(std::string(kSdn.substr(0, kSdn.size() - 1)) + "13,SHORT\nx,y\n");
  EXPECT_EQ(read.entries.size(), 1u);
  EXPECT_EQ(read.sources[0].skipped_count, 3u);
  EXPECT_EQ(read.sources[0].skipped[1].line, 5u);
}

TEST(OfacCsv, AnEmptyTypeHidesNobodyWhoHasABirthDate) {
  const auto read = read_text("5,\"ORDAI, A\",,SDGT,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 1981; POB Khujand.\"\n6,RTL,,SDGT,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n7,SEA,-0- ,SDGT,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n");
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  EXPECT_EQ(dates_of(read.entries[0]), (Texts{"1981"}));
  EXPECT_EQ(read.sources[0].not_persons, 2u);
  ASSERT_EQ(read.sources[0].remark_count, 1u);
  EXPECT_EQ(read.sources[0].remarks[0].record, 2u);
}

}  // namespace
}  // namespace darvaza::lists
