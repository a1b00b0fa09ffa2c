#include <string>

#include <gtest/gtest.h>

#include "lists/day_first_date.h"
#include "lists/list_test_support.h"

namespace darvaza::lists {
namespace {

constexpr const char* kSanctions =
    "Report Date: 02-May-2031\r\n"
    "Unique ID,OFSI Group ID,Name 6,Name 1,Name 2,Name type,Alias strength,Name non-latin "
    "script,Regime Name,"
    "Designation Type,Date Designated,D.O.B,Nationality(/ies),Passport number,Passport additional "
    "information,Gender,"
    "Town of birth,Country of birth\r\n";

constexpr const char* kOfsi =
    "Last Updated,02/05/2031\n"
    "Name 6,Name 1,Name Non-Latin Script,DOB,Town of Birth,Country of Birth,Nationality,Passport "
    "Number,Passport Details,"
    "National Identification Number,Other Information,Group Type,Alias Type,Alias "
    "Quality,Regime,Listed On,Group ID\n";

TEST(DayFirstDate, IsTurnedRoundAndLosesWhatNobodyKnows) {
  EXPECT_EQ(day_first_date(" 17/05/1960 "), "1960-05-17");
  EXPECT_EQ(day_first_date("17-05-1960"), "1960-05-17");
  EXPECT_EQ(day_first_date("00/05/1960"), "1960-05");
  EXPECT_EQ(day_first_date("dd/mm/1960"), "1960");
  EXPECT_EQ(day_first_date("00/00/1960"), "1960");
  EXPECT_EQ(day_first_date("1960-05-17"), "1960-05-17");
  EXPECT_EQ(day_first_date("1960"), "1960");
  EXPECT_EQ(day_first_date(""), "");
}

TEST(UkCsv, ASanctionsListJoinsTheRowsOfAPersonWhereverTheyStand) {
  const auto read = read_text(
      std::string(kSanctions) +
      "R1,10,ORDAI,Tuvan,Keleg,Primary Name,,Тувин "
      "Ордаи,Ruritania,Individual,03/02/2030,17/05/"
      "1960,Tajikistan,A1,Tajikistan,Male,Khujand,Tajikistan\r\n"
      "R2,11,GATE LTD,,,Primary Name,,,Ruritania,Entity,03/02/2030,,,,,,,\r\n"
      "R3,12,REED,,,Primary Name,,,Ruritania,Ship,03/02/2030,,,,,,,\r\n"
      "R1,10,ORDAY,Tuvin,,Alias,Good "
      "quality,,Ruritania,Individual,03/02/2030,dd/mm/"
      "1961,Uzbekistan,A1,Tajikistan,Male,Khujand,Tajikistan\r\n"
      "R1,10,KELEG AGA,,,Alias,Low quality,,Ruritania,Individual,03/02/2030,17/05/1960,,,,,,\r\n"
      "R4,13,KELEG,,,Primary Name,,,Ruritania,Creature,03/02/2030,,,,,,,\r\n");
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  const SourceSummary& source = read.sources[0];
  EXPECT_EQ(source.format, ListFormat::uk_sanctions_csv);
  EXPECT_EQ(source.list, "uk-sanctions");
  EXPECT_EQ(source.list_date, "2031-05-02");
  EXPECT_EQ(source.attached, 2u);
  EXPECT_EQ(source.not_persons, 2u);
  ASSERT_EQ(source.skipped_count, 1u);
  EXPECT_EQ(source.skipped[0].record, 6u);
  EXPECT_EQ(source.skipped[0].line, 8u);
  const WatchlistEntry& entry = read.entries[0];
  EXPECT_EQ(entry.id, "R1");
  EXPECT_EQ(entry.category, "Ruritania");
  EXPECT_EQ(names_of(entry, NameGrade::primary), (Texts{"ORDAI, Tuvan Keleg"}));
  EXPECT_EQ(names_of(entry, NameGrade::strong), (Texts{"Тувин Ордаи", "ORDAY, Tuvin"}));
  EXPECT_EQ(names_of(entry, NameGrade::weak), (Texts{"KELEG AGA"}));
  EXPECT_EQ(dates_of(entry), (Texts{"1960-05-17", "1961"}));
  EXPECT_EQ(entry.sex, Sex::male);
  EXPECT_EQ(entry.birth_places, (Texts{"Khujand, Tajikistan"}));
  ASSERT_EQ(entry.nationalities.size(), 2u);
  ASSERT_EQ(entry.documents.size(), 1u);
  EXPECT_EQ(entry.documents[0].number, "A1");
  EXPECT_EQ(entry.documents[0].type, "Passport");
  EXPECT_EQ(entry.documents[0].issuing_state.text(), "TJK");
  EXPECT_EQ(to_string(entry.terms.valid_from), "2030-02-03");
  EXPECT_EQ(entry.terms.source_reference, "10");
}

TEST(UkCsv, OfsisListHasSeveralValuesInACellAndLabelsInAText) {
  const auto read = read_text(std::string(kOfsi) +
                              "ORDAI,Tuvan,,00/00/1960,(1) Khujand (2) Panjakent,(1) Tajikistan "
                              "(2) Tajikistan,(1) Tajikistan (2) Uzbekistan,"
                              "(1) A1 (2) B 2,(1) Tajikistan (2) Issued in 2020,\"77 "
                              "(Tajikistan)\",(UK Sanctions List Ref):RUR0001. "
                              "(Gender):Female,Individual,Primary name,,Ruritania,03/02/2030,555\n"
                              "TUVA,,,,,,,,,,,Individual,AKA,Low quality,Ruritania,03/02/2030,555\n"
                              "GATE,,,,,,,,,,,Entity,Primary name,,Ruritania,03/02/2030,556\n");
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  EXPECT_EQ(read.sources[0].format, ListFormat::uk_ofsi_csv);
  EXPECT_EQ(read.sources[0].list, "uk-ofsi");
  EXPECT_EQ(read.sources[0].list_date, "2031-05-02");
  EXPECT_EQ(read.sources[0].remark_count, 0u);
  const WatchlistEntry& entry = read.entries[0];
  EXPECT_EQ(entry.id, "555");
  EXPECT_EQ(entry.sex, Sex::female);
  EXPECT_EQ(names_of(entry, NameGrade::weak), (Texts{"TUVA"}));
  EXPECT_EQ(dates_of(entry), (Texts{"1960"}));
  EXPECT_EQ(entry.birth_places, (Texts{"Khujand, Tajikistan", "Panjakent, Tajikistan"}));
  ASSERT_EQ(entry.documents.size(), 3u);
  EXPECT_EQ(entry.documents[0].number, "A1");
  EXPECT_EQ(entry.documents[0].issuing_state.text(), "TJK");
  EXPECT_EQ(entry.documents[1].number, "B 2");
  EXPECT_TRUE(entry.documents[1].issuing_state.empty());
  EXPECT_EQ(entry.documents[2].number, "77");
  EXPECT_EQ(entry.documents[2].issuing_state.text(), "TJK");
  EXPECT_EQ(entry.terms.source_reference, "RUR0001");
}

TEST(UkCsv, WhatCannotBeReadIsToldAndNobodyIsLostForIt) {
  const auto read = read_text(
      std::string(kSanctions) +
      ",,ORDAI,Tuvan,,Primary Name,,,R,Individual,in spring,31/02/1960,Narnia,,,unclear,,\n"
      "R2,,,,,Primary Name,,,R,Individual,,,,,,,,\n"
      "short,row\n");
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  EXPECT_EQ(read.entries[0].id, "1");
  EXPECT_EQ(read.sources[0].remark_count, 5u) << "the last row is short, too";
  EXPECT_EQ(read.sources[0].skipped_count, 2u);
}

TEST(UkCsv, AHeaderWithoutALineBeforeItIsKnownAndSuchALineAloneIsNot) {
  std::string plain(kSanctions);
  plain.erase(0, plain.find('\n') + 1);
  const auto read = read_text(plain + "R1,1,A,,,Primary Name,,,R,Individual,03/02/2030,,,,,,,\n");
  ASSERT_EQ(read.entries.size(), 1u);
  // Without a date of the list nobody knows whether the day of listing is in the future.
  EXPECT_FALSE(read.entries[0].terms.valid_from.known());
  EXPECT_TRUE(read_text("Report Date: 1-May-2031\nid,name\n1,A\n").refused);
}

TEST(UkCsv, ATimeBehindTheDateOfTheListIsLeftOut) {
  std::string csv(kOfsi);
  csv.replace(csv.find("02/05/2031"), 10, "23/09/2026 10:15");
  EXPECT_EQ(read_text(csv).sources.at(0).list_date, "2026-09-23");
  csv.replace(csv.find("23/09/2026 10:15"), 16, "23 Sep 2026");
  EXPECT_EQ(read_text(csv).sources.at(0).list_date, "2026-09-23");
}

TEST(UkCsv, DocumentsAndDatesWithoutEndInACellAreLeftOutAloud) {
  std::string numbers = "X0";
  std::string dates = "1900";
  for (int i = 1; i < 100000; ++i) numbers += "|X" + std::to_string(i);
  for (int i = 1000; i < 3000; ++i) dates += "|" + std::to_string(i);
  const auto read =
      read_text(std::string(kSanctions) + "R1,1,A,,,Primary Name,,,R,Individual,," + dates + ",," +
                numbers + ",,,,\n" + "R2,2,B,,,Primary Name,,,R,Individual,,,,B1,,,,\n");
  ASSERT_EQ(read.entries.size(), 2u) << read.error.message;
  EXPECT_EQ(read.entries[0].documents.size(), 1000u);
  EXPECT_EQ(read.entries[0].birth_dates.size(), 1000u);
  ASSERT_EQ(read.sources[0].remark_count, 1u);
  EXPECT_EQ(read.sources[0].remarks[0].record, 1u);
  // 2000 different years (1900 stands twice) and 100000 numbers.
  EXPECT_EQ(read.sources[0].remarks[0].reason,
            "100000 names, dates, places or documents left out: more than 1000 of a kind");
}

TEST(UkCsv, RowsWithoutEndAboutOnePersonAreSkippedAloud) {
  std::string csv(kSanctions);
  for (int i = 0; i < 2003; ++i)
    csv += "R1,1,A" + std::to_string(i) + ",,,Alias,,,R,Individual,,,,,,,,\n";
  const auto read = read_text(csv);
  ASSERT_EQ(read.entries.size(), 1u);
  EXPECT_EQ(read.sources[0].names, 1000u);
  EXPECT_EQ(read.sources[0].attached, 1999u);
  EXPECT_EQ(read.sources[0].skipped_count, 3u);
}

}  // namespace
}  // namespace darvaza::lists
