#include <gtest/gtest.h>

#include "lists/list_test_support.h"

namespace darvaza::lists {
namespace {

TEST(PersonsCsv, ReadsEveryColumn) {
  const auto read = read_text(
      "Surname,Given names,DOB,Sex,Nationality,Place of birth,Document number,Document type,"
      "Issuing state,Father name,Aliases,Weak aliases,Category,Handling,List,ID\n"
      "Ordai,Tuvan,1960; circa 1962,M,TJK; uz,Khujand,AB12,P,Tajikistan,Keleg,Tuvin; T. "
      "Orday,KELEG,"
      "smuggling,Call the duty officer,national,p-1\n",
      "persons.csv");
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  const auto& entry = read.entries[0];
  EXPECT_EQ(entry.list, "national");
  EXPECT_EQ(entry.id, "p-1");
  EXPECT_EQ(names_of(entry, NameGrade::primary), (Texts{"Ordai, Tuvan"}));
  EXPECT_EQ(names_of(entry, NameGrade::strong), (Texts{"Tuvin", "T. Orday"}));
  EXPECT_EQ(names_of(entry, NameGrade::weak), (Texts{"KELEG"}));
  EXPECT_EQ(dates_of(entry), (Texts{"1960", "circa 1962"}));
  EXPECT_EQ(entry.sex, Sex::male);
  ASSERT_EQ(entry.nationalities.size(), 2u);
  EXPECT_EQ(entry.birth_places, (Texts{"Khujand"}));
  EXPECT_EQ(entry.father_names, (Texts{"Keleg"}));
  ASSERT_EQ(entry.documents.size(), 1u);
  EXPECT_EQ(entry.documents[0].type, "P");
  EXPECT_EQ(entry.documents[0].issuing_state.text(), "TJK");
  EXPECT_EQ(entry.category, "smuggling");
  EXPECT_EQ(entry.handling, "Call the duty officer");
}

TEST(PersonsCsv, NumbersEntriesAndNamesTheListAfterTheFile) {
  const auto read = read_text("name\nTuvan Ordai\n\nKeleg Ordai\n", "eco.persons.csv");
  ASSERT_EQ(read.entries.size(), 2u);
  EXPECT_EQ(read.entries[0].list, "eco");
  EXPECT_EQ(read.entries[1].id, "2");
  EXPECT_EQ(read.sources[0].format, ListFormat::persons_csv);
}

TEST(PersonsCsv, SkipsRowsOfAnotherWidthOrWithoutANameAloud) {
  const auto read = read_text("id,name\n1,A Ordai\n2\n3,C,D\n4,\n5,E Ordai\n");
  EXPECT_EQ(read.entries.size(), 2u);
  ASSERT_EQ(read.sources[0].skipped_count, 3u);
  EXPECT_EQ(read.sources[0].skipped[0].record, 2u);
  EXPECT_EQ(read.sources[0].skipped[0].line, 3u);
}

TEST(PersonsCsv, KeepsThePersonWhoseFactsCannotBeRead) {
  const auto read = read_text("name,dob,sex,nationality\nTuvan Ordai,spring,none,Ruritania\n");
  EXPECT_EQ(read.entries.size(), 1u);
  EXPECT_EQ(read.sources[0].remark_count, 3u);
}

TEST(PersonsCsv, CountsMoreReasonsThanItKeeps) {
  std::string text = "id,name\n";
  for (int i = 0; i < 3000; ++i) text += "1,\n";
  const auto read = read_text(text);
  EXPECT_EQ(read.sources[0].skipped_count, 3000u);
  EXPECT_EQ(read.sources[0].skipped.size(), kMaxReportedRecords);
}

TEST(PersonsCsv, ColumnsThatNobodyReadsAreToldOnce) {
  const auto read = read_text("id,name,passport nr,visability,valid_untill,passport no,mrz\n1,Tuvan Ordai,,,,T90512806,\n2,Keleg Ordai,T1,second,,,\n");
  ASSERT_EQ(read.entries.size(), 2u);
  EXPECT_EQ(read.entries[0].documents.at(0).number, "T90512806");
  ASSERT_EQ(read.sources[0].remark_count, 1u);
  EXPECT_EQ(read.sources[0].remarks[0].line, 1u);
  EXPECT_EQ(read.sources[0].remarks[0].reason, "columns that have no known heading: passport nr, visability, valid_untill, mrz");
}

TEST(PersonsCsv, NamesAndNumbersThatNobodyCanFindAreRemarkedUpon) {
  const auto read = read_text(
      "id,name,aliases,document_number\n1,Tuvan Ordai,???,\n2,????,12345,\n3,Tuvan ????,,\n4,Keleg,,---\n5,Kele Ordai,T. Ordai,T1\n");
  ASSERT_EQ(read.entries.size(), 5u) << "all are kept";
  ASSERT_EQ(read.sources[0].remark_count, 4u);
  const auto& remarks = read.sources[0].remarks;
  EXPECT_EQ(remarks[0].reason, "a name without letters, which cannot be found");
  EXPECT_EQ(remarks[1].reason, "a person without a name that has letters, who cannot be found by name");
  EXPECT_EQ(remarks[1].record, 2u);
  EXPECT_EQ(remarks[2].reason, "a name with other characters where letters are expected: found by its letters alone");
  EXPECT_EQ(remarks[3].reason, "a document number without a letter or digit, which cannot be found");
}

}  // namespace
}  // namespace darvaza::lists
