#include "manifests/edifact_envelope.h"

#include <gtest/gtest.h>

#include "manifests/read_text.h"

namespace darvaza::manifests {
namespace {

constexpr const char* kPassenger = "NAD+FL+++TESTOVA:MARINA'DTM+329:800517'";

TEST(EdifactEnvelope, AWholeInterchangeHasNoProblems) {
  const auto read = read_text(interchange(kPassenger, 2));
  ASSERT_TRUE(read.summary);
  EXPECT_EQ(read.summary->format, ManifestFormat::paxlst);
  EXPECT_TRUE(read.summary->problems.empty());
  EXPECT_TRUE(read.complete());
  EXPECT_EQ(read.travellers.size(), 1u);
}

TEST(EdifactEnvelope, WrongCountsAreReportedAndHideNobody) {
  const auto read = read_text(
      "UNB+UNOA:4+A+B+C+R'UNG+PAXLST+A+B+C+G'UNH+M+PAXLST:D:02B:UN'NAD+FL+++TESTOVA:MARINA'"
      "UNT+187+M'UNE+4+G'UNZ+9+R'");
  EXPECT_TRUE(read.complete());
  EXPECT_TRUE(read.says("187 segments are announced, 3 were read"));
  EXPECT_TRUE(read.says("4 messages are announced, 1 were read"));
  EXPECT_TRUE(read.says("9 groups are announced, 1 were read"));
}

TEST(EdifactEnvelope, AnApostropheWithoutItsReleaseCharacterIsToldAndHidesNoName) {
  const auto read = read_text(interchange("NAD+FL+++KO'CHKOROV:SA'DULLA'DTM+329:800517'", 2));
  ASSERT_EQ(read.travellers.size(), 1u);
  EXPECT_EQ(read.travellers[0].names.at(0).primary, "KO'CHKOROV");
  EXPECT_EQ(read.travellers[0].birth_date, (PartialDate{1980, 5, 17}));
  EXPECT_TRUE(read.complete());
  EXPECT_TRUE(read.says("a terminator stands inside of the segment's text"));
}

TEST(EdifactEnvelope, ASegmentWithoutATagMakesTheManifestIncomplete) {
  const auto read = read_text(interchange("NAD+FL+++TESTOVA:MARINA'+FL+++SAMPLE:ORAZ'DTM+329:800517'", 3));
  EXPECT_FALSE(read.complete());
  EXPECT_TRUE(read.says("does not begin with a tag"));
}

TEST(EdifactEnvelope, ATravellerBehindAnUnreleasedApostropheIsReadOrTold) {
  const std::string before = "NAD+FL+++O'BRIEN:PAT'";
  const auto read = read_text(interchange(before + "NA D+FL+++SAVSANOVA:GULBAHOR'DTM+329:800517'", 3));
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_EQ(read.travellers[1].names.at(0).primary, "SAVSANOVA");
  EXPECT_TRUE(read.complete());
  for (const auto* next : {"NADFL+++SAVSANOVA:GULBAHOR'", "N\u0410D+FL+++SAVSANOVA:GULBAHOR'"}) {
    const auto hidden = read_text(interchange(before + next, 3));
    EXPECT_FALSE(hidden.complete()) << next;
    EXPECT_TRUE(hidden.says("may be a segment of its own")) << next;
  }
}

TEST(EdifactEnvelope, TrailersMustReferToTheirHeaders) {
  const auto read = read_text("UNB+UNOA:4+A+B+C+R'UNH+M+PAXLST:D:02B:UN'UNT+2+N'UNZ+1+S'");
  EXPECT_TRUE(read.says("segment 3 (UNT), byte 41: the reference is not that of the header"));
  EXPECT_TRUE(read.says("segment 4 (UNZ)"));
  EXPECT_TRUE(read.complete());
}

TEST(EdifactEnvelope, ReferencesAreComparedWithoutBlanks) {
  const auto read = read_text("UNB+UNOA:4+A+B+C+R'UNH+M12+PAXLST:D:02B:UN'UNT+2+M1 2'UNZ+1+ R'");
  ASSERT_EQ(read.summary->problems.size(), 1u);
  EXPECT_TRUE(read.says("no traveller"));
}

TEST(EdifactEnvelope, ReadsSeveralMessagesAndSeveralInterchanges) {
  const auto read = read_text(
      "UNB+UNOA:4+A+B+C+R'UNH+1+PAXLST:D:02B:UN'NAD+FL+++TESTOVA:MARINA'UNT+3+1'"
      "UNH+2+PAXLST:D:05B:UN'NAD+FL+++PRUEBA:JUAN'UNT+3+2'UNZ+2+R'" +
      interchange("NAD+FM+++MUSTERFRAU:ERIKA'", 1));
  ASSERT_EQ(read.travellers.size(), 3u);
  EXPECT_EQ(read.travellers[1].names[0].primary, "PRUEBA");
  EXPECT_EQ(read.travellers[2].id, "3");
  EXPECT_TRUE(read.complete());
  EXPECT_TRUE(read.summary->problems.empty());
}

TEST(EdifactEnvelope, AMissingUntMakesTheManifestIncomplete) {
  const auto read = read_text(
      "UNB+UNOA:4+A+B+C+R'UNH+1+PAXLST:D:02B:UN'NAD+FL+++TESTOVA:MARINA'"
      "UNH+2+PAXLST:D:02B:UN'NAD+FL+++PRUEBA:JUAN'UNT+3+2'UNZ+2+R'");
  EXPECT_EQ(read.travellers.size(), 2u);
  EXPECT_FALSE(read.complete());
  EXPECT_TRUE(read.says("without its UNT"));
}

TEST(EdifactEnvelope, AMissingUnzMakesTheManifestIncomplete) {
  const auto read =
      read_text("UNB+UNOA:4+A+B+C+R'UNH+1+PAXLST:D:02B:UN'NAD+FL+++TESTOVA:MARINA'UNT+3+1'");
  EXPECT_EQ(read.travellers.size(), 1u);
  EXPECT_FALSE(read.complete());
  EXPECT_TRUE(read.says("the input ends before UNZ"));
}

TEST(EdifactEnvelope, AMissingUneIsOnlyReported) {
  const auto read =
      read_text("UNB+UNOA:4+A+B+C+R'UNG+PAXLST+A+B+C+G'UNH+1+PAXLST:D:02B:UN'UNT+2+1'UNZ+1+R'");
  EXPECT_TRUE(read.complete());
  EXPECT_TRUE(read.says("without its UNE"));
}

TEST(EdifactEnvelope, AnUnterminatedUnzIsOnlyReported) {
  const auto read = read_text(
      "UNB+UNOA:4+A+B+C+R'UNH+1+PAXLST:D:02B:UN'NAD+FL+++TESTOVA:MARINA'UNT+3+1'UNZ+1+R\n\nnote");
  EXPECT_EQ(read.travellers.size(), 1u);
  EXPECT_TRUE(read.complete());
  EXPECT_TRUE(read.says("the input ends inside the segment"));
}

TEST(EdifactEnvelope, StrayLinesAfterUnzAreReported) {
  const auto read = read_text(interchange(kPassenger, 2) + "\n8 May 2026\n");
  EXPECT_EQ(read.travellers.size(), 1u);
  EXPECT_TRUE(read.complete());
  EXPECT_TRUE(read.says("text that is no segment stands after UNZ"));
}

TEST(EdifactEnvelope, AMessageWithoutUnbIsRead) {
  const auto read = read_text("UNH+1+PAXLST:D:02B:UN'NAD+FL+++TESTOVA:MARINA'UNT+3+1'");
  EXPECT_EQ(read.travellers.size(), 1u);
  EXPECT_TRUE(read.complete());
}

TEST(EdifactEnvelope, TravellersOutsideOfAMessageDoNotVanish) {
  const auto after_unt = read_text(
      "UNB+UNOA:4+A+B+C+R'UNH+1+PAXLST:D:02B:UN'UNT+2+1'NAD+FL+++TESTOVA:MARINA'UNZ+1+R'");
  ASSERT_EQ(after_unt.travellers.size(), 1u);
  EXPECT_TRUE(after_unt.says("a segment stands after the UNT of its message"));

  const auto after_unz = read_text(interchange(kPassenger, 2) + "NAD+FL+++PRUEBA:JUAN'");
  ASSERT_EQ(after_unz.travellers.size(), 2u);
  EXPECT_TRUE(after_unz.says("a segment stands outside of any message"));
  EXPECT_FALSE(after_unz.complete());
}

TEST(EdifactEnvelope, OnePartOfSeveralIsSaid) {
  const auto part = [](const std::string& s010) {
    return read_text("UNB+UNOA:4+A+B+C+R'UNH+1+PAXLST:D:02B:UN+XX1" + s010 +
                     "'NAD+FL+++TESTOVA:MARINA'UNT+3+1'UNZ+1+R'");
  };
  EXPECT_TRUE(part("+01:F").summary->problems.empty());
  EXPECT_TRUE(part("").summary->problems.empty());
  EXPECT_TRUE(part("+01:C").says("one part of several"));
  EXPECT_TRUE(part("+02:F").says("one part of several"));
  EXPECT_TRUE(part("+02:F").complete());
}

TEST(EdifactEnvelope, OtherMessagesAreNamedAndPassedOver) {
  const auto read = read_text(
      "UNB+SIRE:4+A+B+C+R'UNH+1+CUSRES:D:05B:UN:IATA'BGM+962'ERP+2'ERC+0Z'UNT+5+1'UNZ+1+R'");
  ASSERT_TRUE(read.summary);
  EXPECT_EQ(read.summary->travellers, 0u);
  EXPECT_TRUE(read.complete());
  EXPECT_TRUE(read.says("not a passenger list (type CUSRES)"));
}

TEST(EdifactEnvelope, ATravellerInAnotherMessageMakesTheManifestIncomplete) {
  const auto read =
      read_text("UNB+A+B'UNH+1+CUSRES:D:05B:UN'NAD+FL+++TESTOVA:MARINA'UNT+3+1'UNZ+1+'");
  EXPECT_FALSE(read.complete());
}

TEST(EdifactEnvelope, OneInterchangeMayHoldMessagesOfBothKinds) {
  const auto read = read_text(
      interchange(kPassenger, 2) +
      "UNB+IATA:1+DL++260101:2100+7'UNH+1+PNRGOV:11:1:IA+X'MSG+:22'SRC'TIF+TESTOV+IVAN:A:1'"
      "UNT+5+1'UNZ+1+7'");
  EXPECT_EQ(read.travellers.size(), 2u);
  EXPECT_TRUE(read.complete());
}

TEST(EdifactEnvelope, APnrgovMessageWithoutItsEndIsIncomplete) {
  const auto read =
      read_text("UNB+IATA:1+DL++260101:2100+7'UNH+1+PNRGOV:11:1:IA+X'MSG+:22'SRC'TIF+TESTOV+IVAN'");
  ASSERT_EQ(read.travellers.size(), 1u);
  EXPECT_FALSE(read.complete());
  EXPECT_TRUE(has_problem(read.travellers[0], "breaks off"));
}

}  // namespace
}  // namespace darvaza::manifests
