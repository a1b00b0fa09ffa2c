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

TEST(PersonsCsv, WhatASpreadsheetLeavesOutAtTheEndIsEmpty) {
  const auto read = read_text("id,name,birth_date,nationality\n1,Tuvan Ordai\n2,Keleg Ordai,1980-05-17,TJK,,\n3,Ordai,Tuvin,1960-05-17,UZB\n4,Kele Ord");
  ASSERT_EQ(read.entries.size(), 3u);
  EXPECT_EQ(names_of(read.entries[0], NameGrade::primary), (Texts{"Tuvan Ordai"}));
  EXPECT_EQ(dates_of(read.entries[1]), (Texts{"1980-05-17"}));
  const auto& source = read.sources[0];
  ASSERT_EQ(source.skipped_count, 1u) << "one value too many has moved the others";
  EXPECT_EQ(source.skipped[0].reason, "5 columns: expected 4, as in the first row");
  ASSERT_EQ(source.remark_count, 3u);
  EXPECT_EQ(source.remarks[0].reason, "2 columns: expected 4, as in the first row: what is left out, or too much, is empty");
  EXPECT_EQ(source.remarks[0].line, 2u);
  EXPECT_EQ(source.remarks[2].reason, "2 columns: expected 4, as in the first row: the file ends inside this row and may have been cut off");
}

/// Left out, it would be shared with everybody.
TEST(PersonsCsv, ARowThatIsTooShortToSayItsTermsIsSkipped) {
  const auto read = read_text("id,name,releasable_to\n1,Tuvan Ordai\n2,Keleg Ordai,TJK\n");
  EXPECT_EQ(read.entries.size(), 1u);
  EXPECT_EQ(read.sources[0].skipped_count, 1u);
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

TEST(PersonsCsv, ColumnsOfOneMeaningAreAllRead) {
  const auto read = read_text(
      "id,name,full_name,passport,document_number,alias,aliases,nationality,citizenship,dob,birth_date\n"
      "1,Tuvan Ordai,Tuvin Orday,AA1234567,BB7654321,Keleg,T. Ordai,TJK,UZB,1960-05-17,1961\n");
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  const auto& entry = read.entries[0];
  EXPECT_EQ(names_of(entry, NameGrade::primary), (Texts{"Tuvan Ordai"}));
  EXPECT_EQ(names_of(entry, NameGrade::strong), (Texts{"Tuvin Orday", "Keleg", "T. Ordai"}));
  ASSERT_EQ(entry.documents.size(), 2u);
  EXPECT_EQ(entry.documents[1].number, "BB7654321");
  EXPECT_EQ(entry.nationalities.size(), 2u);
  EXPECT_EQ(dates_of(entry), (Texts{"1960-05-17", "1961"}));
  EXPECT_EQ(read.sources[0].remark_count, 0u);
}

TEST(PersonsCsv, CellsOfSeveralNumbersAndNamesAreTakenApartOrRemarkedUpon) {
  const auto read = read_text(
      "id,name,passport\n1,Tuvan Ordai; Keleg Ordai,\"CC1234567, DD7654321\"\n2,Kele Ordai (Keleg),EE1234567/FF7654321\n"
      "3,Tuvin Orday,1.23457E+11\n4,UNKNOWN,N/A\n5,T. Ordai,T90512806/AA1\n");
  ASSERT_EQ(read.entries.size(), 5u) << read.error.message;
  EXPECT_EQ(names_of(read.entries[0], NameGrade::strong), (Texts{"Keleg Ordai"}));
  ASSERT_EQ(read.entries[0].documents.size(), 2u);
  EXPECT_EQ(read.entries[0].documents[1].number, "DD7654321");
  ASSERT_EQ(read.entries[1].documents.size(), 2u);
  EXPECT_EQ(read.entries[1].names.size(), 1u) << "nobody can know";
  EXPECT_TRUE(read.entries[2].documents.empty());
  EXPECT_TRUE(read.entries[3].documents.empty());
  EXPECT_EQ(read.entries[4].documents.size(), 1u);
  const auto& remarks = read.sources[0].remarks;
  ASSERT_EQ(remarks.size(), 4u);
  EXPECT_EQ(remarks[0].record, 2u);
  EXPECT_EQ(remarks[0].reason, "a name that may be several: taken as one, expected ';' between several");
  EXPECT_EQ(remarks[1].reason, "a document number that a spreadsheet has rounded, as 1.23457E+11: left out, expected all its digits");
  EXPECT_EQ(remarks[2].reason, "a name such as N/A or UNKNOWN, which says that there is none: nobody is found by it");
  EXPECT_EQ(remarks[3].reason, "what may be a further document number in one cell: not taken, expected ';' between several");
}

TEST(PersonsCsv, ANameInTwoScriptsIsTwoAndIsNotDoubtful) {
  const auto read = read_text("id,name,aliases\n1,Tuvan Ordai (Туван Ордай),Keleg Ordai / Келег Ордай\n2,Tuvan Ordai (Отец: Керим Ордай),\n");
  ASSERT_EQ(read.entries.size(), 2u) << read.error.message;
  EXPECT_EQ(names_of(read.entries[0], NameGrade::primary), (Texts{"Tuvan Ordai", "Туван Ордай"}));
  EXPECT_EQ(names_of(read.entries[0], NameGrade::strong), (Texts{"Keleg Ordai", "Келег Ордай"}));
  EXPECT_EQ(names_of(read.entries[1], NameGrade::primary), (Texts{"Tuvan Ordai (Отец: Керим Ордай)", "Tuvan Ordai"}));
  ASSERT_EQ(read.sources[0].remark_count, 1u);
  EXPECT_EQ(read.sources[0].remarks[0].record, 2u);
}

TEST(PersonsCsv, ANumberThatASpreadsheetWroteAsAQuantityIsThatNumber) {
  const auto read = read_text("id,name,passport\n1,Tuvan Ordai,90512806.0\n");
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  ASSERT_EQ(read.entries[0].documents.size(), 1u);
  EXPECT_EQ(read.entries[0].documents[0].number, "90512806");
  ASSERT_EQ(read.sources[0].remark_count, 1u);
  EXPECT_EQ(read.sources[0].remarks[0].reason, "a document number that a program wrote as a quantity, as 123456.0: taken without the end, zeros in front may be lost");
}

TEST(PersonsCsv, DatesAreReadAsInPassengerLists) {
  const auto read = read_text("id,name,dob\n1,A Ordai,17.05.1980\n2,B Ordai,1350/12/11\n3,C Ordai,1971-03-02 00:00:00\n4,D Ordai,2-Mar-71\n5,E Ordai,02 марта 1971\n6,F Ordai,02/03/71\n7,G Ordai,9000\n");
  ASSERT_EQ(read.entries.size(), 7u) << read.error.message;
  const Texts expected{"1980-05-17", "1350-12-11", "1971-03-02", "1971-03-02", "1971-03-02"};
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(dates_of(read.entries[i]), Texts{expected[i]});
  const auto& remarks = read.sources[0].remarks;
  ASSERT_EQ(remarks.size(), 2u);
  EXPECT_EQ(remarks[0].reason,
            "a date of birth that cannot be read: expected 1980-05-17, 1980-05, 1980, 17.05.1980, 1980/05/17 or 17 May 1980, or two of them as a range");
  EXPECT_EQ(remarks[1].reason, "a date of birth in the future");
}

TEST(PersonsCsv, ValidityOfAnotherCalendarHidesNobody) {
  const auto read = read_text("id,name,valid_from,valid_until\n1,Tuvan Ordai,1404-01-01,1406-01-01\n2,Keleg Ordai,,1406-01-01\n3,Kele Ordai,2024-01-01,2030-01-01\n");
  ASSERT_EQ(read.entries.size(), 3u);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_FALSE(read.entries[i].terms.valid_from.known());
    EXPECT_FALSE(read.entries[i].terms.valid_until.known());
  }
  EXPECT_TRUE(read.entries[2].terms.valid_from.known());
  ASSERT_EQ(read.sources[0].remark_count, 3u);
  EXPECT_EQ(read.sources[0].remarks[0].reason, "a day of validity or review of a year before 1900, as other calendars have it: not taken");
}

TEST(PersonsCsv, AListInAnotherCharacterSetIsRefused) {
  const auto read = read_text("id,name\n1,\xC7\xE0\xF0\xE8\xED\xE0 \xCE\xF0\xE4\xE0\xE9\n2,Tuvan Ordai\n");
  EXPECT_EQ(read.error.code, ErrorCode::input_refused);
  EXPECT_NE(read.error.message.find("1 of 2 rows hold bytes that are not UTF-8"), std::string::npos) << read.error.message;
  EXPECT_NE(read.error.message.find("iconv"), std::string::npos);
  std::string long_list = "id,name\n1,\xC7\xE0\xF0\xE8\xED\xE0\n";
  for (int i = 2; i <= 40; ++i) long_list += std::to_string(i) + ",Tuvan Ordai\n";
  EXPECT_EQ(read_text(long_list).sources.size(), 1u) << "one row of forty is remarked upon";
}

TEST(PersonsCsv, MarksAndHintsBeforeTheHeadingsAreNone) {
  EXPECT_EQ(read_text("\xEF\xBB\xBF\xEF\xBB\xBFid,name\np-1,Tuvan Ordai\n").entries.at(0).id, "p-1");
  const auto hinted = read_text("\xEF\xBB\xBFsep=,\r\nid,name\r\np-1,Tuvan Ordai\r\n2\r\n");
  ASSERT_EQ(hinted.entries.size(), 1u) << hinted.error.message;
  EXPECT_EQ(hinted.sources[0].skipped.at(0).line, 4u);
  const auto unknown = read_text("ФИО,Дата рождения\nА,Б\n");
  EXPECT_NE(unknown.error.message.find("none of whose headings is known: ФИО, Дата рождения"), std::string::npos) << unknown.error.message;
  EXPECT_EQ(read_text("Tuvan Ordai,1960-05-17\n").error.message.find("Ordai"), std::string::npos) << "no headings, but a person";
}

TEST(PersonsCsv, ANameThatIsCutIsToldOf) {
  std::string words;
  while (words.size() <= 1024) words += "Tuvan ";
  const auto read = read_text("name\n" + words + "Ordai\n" + words.substr(0, 1000) + "\n");
  ASSERT_EQ(read.entries.size(), 2u);
  ASSERT_EQ(read.sources[0].remark_count, 1u);
  EXPECT_EQ(read.sources[0].remarks[0].record, 1u);
  EXPECT_EQ(read.sources[0].remarks[0].reason, "a name of more than 1024 bytes: found by its beginning alone");
}

TEST(PersonsCsv, NationalitiesMayStandInOneCellInAnyForm) {
  for (const auto* cell : {"TJK;UZB", "TJK/UZB", "\"TJK, UZB\"", "Tajikistan / Uzbekistan"}) {
    const auto read = read_text(std::string("name,nationality\nTuvan Ordai,") + cell + "\n");
    ASSERT_EQ(read.entries.size(), 1u) << cell;
    EXPECT_EQ(read.entries[0].nationalities.size(), 2u) << cell;
    EXPECT_EQ(read.sources[0].remark_count, 0u) << cell;
  }
}

}  // namespace
}  // namespace darvaza::lists
