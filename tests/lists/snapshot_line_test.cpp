#include "lists/snapshot_line.h"

#include <string>

#include <gtest/gtest.h>

#include "lists/list_test_support.h"

namespace darvaza::lists {
namespace {

WatchlistEntry full_entry() {
  WatchlistEntry entry;
  entry.id = "TX-1";
  entry.names = {{"ROSTAMI, Nader", NameGrade::primary}, {"Nadir\tR\\", NameGrade::weak}, {"نادر", NameGrade::strong}};
  entry.birth_dates = {BirthDate::on({1971, 3, 2}), BirthDate::on({1970, 0, 0}, true), {{1966, 0, 0}, {1968, 2, 0}, false}};
  entry.sex = Sex::male;
  entry.nationalities = {StateCode("IRN"), StateCode("D")};
  entry.birth_places = {"Rasht"};
  entry.father_names = {"Behram"};
  entry.documents = {{"A 1", "Passport", StateCode("IRN")}, {"B2", "", {}}};
  entry.category = "test";
  entry.handling = "none";
  return entry;
}

TEST(SnapshotLine, HoldsEveryFieldOfAPerson) {
  const std::string line =
      "person\tid=TX-1\tname=ROSTAMI, Nader\tweak=Nadir\\x09R\\x5c\tstrong=نادر\tborn=1971-03-02\tborn=~1970\t"
      "born=1966/1968-02\tsex=M\tnationality=IRN\tnationality=D\tplace=Rasht\tfather=Behram\tdocument=A 1\t"
      "document-type=Passport\tdocument-issuer=IRN\tdocument=B2\tcategory=test\thandling=none";
  EXPECT_EQ(to_snapshot_line(full_entry()).value(), line);
  const auto back = parse_snapshot_line(line);
  ASSERT_TRUE(back);
  EXPECT_EQ(std::get<WatchlistEntry>(*back).birth_dates[2].last, (PartialDate{1968, 2, 0}));
  EXPECT_EQ(to_snapshot_line(*back).value(), line);
}
TEST(SnapshotLine, HoldsTheTermsOfAPerson) {
  WatchlistEntry entry;
  entry.id = "TX-2";
  entry.terms.owner = StateCode("TJK");
  entry.terms.focal_point = "duty desk";
  entry.terms.legal_basis = "decree 17";
  entry.terms.category = AlertCategory::wildlife;
  entry.terms.instruction = Instruction::specific_check;
  entry.terms.visible_from = Line::second;
  entry.terms.releasable_to = {StateCode("KGZ"), StateCode("UZB")};
  entry.terms.valid_from = {2026, 1, 2};
  entry.terms.valid_until = {2027, 3, 0};
  entry.terms.review = {2026, 6, 30};
  entry.terms.source_reference = "T/17";
  const std::string line =
      "person\tid=TX-2\towner=TJK\tfocal-point=duty desk\tlegal-basis=decree 17\talert-category=wildlife\tinstruction=specific_check\t"
      "visible-from=second\treleasable-to=owner\treleasable-to=KGZ\treleasable-to=UZB\tvalid-from=2026-01-02\tvalid-until=2027-03\t"
      "review=2026-06-30\tsource-reference=T/17";
  EXPECT_EQ(to_snapshot_line(entry).value(), line);
  const auto back = parse_snapshot_line(line);
  ASSERT_TRUE(back);
  EXPECT_EQ(std::get<WatchlistEntry>(*back).terms, entry.terms);
}
TEST(SnapshotLine, HoldsEveryFieldOfALostDocument) {
  LostDocument document{"", "C1", "C9", "P", StateCode("TJK"), DocumentStatus::stolen_blank, {2024, 1, 0}, {2024, 2, 3},
                        {2029, 2, 3}, StateCode("UZB"), "R-7"};
  EXPECT_EQ(to_snapshot_line(document).value(),
            "lost-document\tnumber=C1\tto=C9\ttype=P\tissuer=TJK\tstatus=stolen blank\tlost=2024-01\treported=2024-02-03\t"
            "review=2029-02-03\treporter=UZB\treference=R-7");
}
TEST(SnapshotLine, WhatWouldNotComeBackIsAnError) {
  WatchlistEntry entry = full_entry();
  entry.birth_dates = {BirthDate::on({1971, 2, 31})};
  EXPECT_FALSE(to_snapshot_line(entry));
  entry = full_entry();
  entry.nationalities = {StateCode("ir")};
  EXPECT_FALSE(to_snapshot_line(entry));
}
TEST(SnapshotLine, OnlyTheOneWayOfWritingIsRead) {
  for (const char* line :
       {"", "person", "persons\tid=a", "person\tname=B\tid=a", "person\tid=a\tid=b", "person\tid=a\tsex=Q", "person\tid=a\tborn=19710302",
        "person\tid=a\tsex=", "person\tid=\\x41", "person\tid=a\tdocument-type=P", "person\tid=a\tunknown=1", "person\tid=a\t",
        "lost-document\tnumber=a", "lost-document\tnumber=a\tstatus=found"}) {
    EXPECT_FALSE(parse_snapshot_line(line)) << line;
  }
  EXPECT_TRUE(parse_snapshot_line("person\tid=a"));
}
TEST(SnapshotLine, ASnapshotIsReadAsAListAndRefusedWhenLinesDoNotRise) {
  const TestDirectory directory;
  const std::string good = "darvaza-snapshot 1 tx\nperson\tid=a\tname=A\nperson\tid=b\tname=B\n";
  const ReadLists read = read_files({directory.write("s", good)});
  ASSERT_EQ(read.entries.size(), 2U);
  EXPECT_EQ(read.entries[0].list, "tx");
  EXPECT_TRUE(read_files({directory.write("t", good + "person\tid=b\tname=B\n")}).refused);
  EXPECT_TRUE(read_files({directory.write("u", good + "person\tid=c\tname\n")}).refused);
}

}  // namespace
}  // namespace darvaza::lists
