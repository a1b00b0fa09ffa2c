#include "manifests/paxlst_reader.h"

#include <gtest/gtest.h>

#include "manifests/read_text.h"

namespace darvaza::manifests {
namespace {

/// The one traveller of a message that holds `body` and no other.
Traveller traveller_of(const std::string& body) {
  auto read = read_text(interchange(body, 0));
  EXPECT_EQ(read.travellers.size(), 1u) << body;
  return read.travellers.empty() ? Traveller() : read.travellers[0];
}

TEST(PaxlstReader, TakesEveryFactOfOnePassenger) {
  const auto read = read_text(interchange(
      "NAD+MS+++OPS CENTRE'COM+000:TE'TDT+20+XX123+++XX'LOC+125+AAA'DTM+189:2601011200:201'"
      "LOC+87+BBB'DTM+232:2601011400:201'"
      "NAD+FL+++TESTOVA:MARINA:IVANOVNA+1 ROAD+CITY+:::REGION+1234+GBR'ATT+2++F'DTM+329:800517'"
      "MEA+CT++:2'GEI+4+173'FTX+BAG+++XX012345:3'LOC+22+BBB'LOC+174+GBR'LOC+178+AAA'LOC+179+BBB'"
      "LOC+180+GBR:::LONDON'COM+00 44:TE'EMP+1+CR1:110:111'NAT+2+GBR'RFF+AVF:ABC123'RFF+ABO:U1'"
      "RFF+SEA:12A'DOC+P:110:111+XY1234567'DTM+36:300517'LOC+91+GBR'DOC+V+998877'DTM+36:310101'"
      "DTM+182:210101'LOC+91+PAK'CNT+42:1'",
      32));
  ASSERT_TRUE(read.summary);
  EXPECT_TRUE(read.summary->problems.empty()) << read.summary->problems[0].text;
  ASSERT_EQ(read.travellers.size(), 1u);
  const Traveller& traveller = read.travellers[0];
  EXPECT_TRUE(traveller.problems.empty());
  EXPECT_EQ(traveller.id, "1");
  ASSERT_EQ(traveller.names.size(), 1u);
  EXPECT_EQ(traveller.names[0].primary, "TESTOVA");
  EXPECT_EQ(traveller.names[0].secondary, "MARINA IVANOVNA");
  EXPECT_FALSE(traveller.names[0].may_be_truncated);
  EXPECT_EQ(traveller.sex, Sex::female);
  EXPECT_EQ(traveller.birth_date, (PartialDate{1980, 5, 17}));
  EXPECT_EQ(traveller.birth_place, "LONDON, GBR");
  ASSERT_EQ(traveller.nationalities.size(), 1u);
  EXPECT_EQ(traveller.nationalities[0].text(), "GBR");
  EXPECT_EQ(traveller.locator, "ABC123");
  EXPECT_EQ(traveller.role, TravellerRole::passenger);
  ASSERT_EQ(traveller.documents.size(), 2u);
  EXPECT_EQ(traveller.documents[0].type, "P");
  EXPECT_EQ(traveller.documents[0].number, "XY1234567");
  EXPECT_EQ(traveller.documents[0].expires, (PartialDate{2030, 5, 17}));
  EXPECT_EQ(traveller.documents[0].issuing_state.text(), "GBR");
  EXPECT_EQ(traveller.documents[1].type, "V");
  EXPECT_EQ(traveller.documents[1].expires, (PartialDate{2031, 1, 1}));
  EXPECT_EQ(traveller.documents[1].issuing_state.text(), "PAK");
  ASSERT_EQ(traveller.legs.size(), 1u);
  EXPECT_EQ(traveller.legs[0].flight, "XX0123");
  EXPECT_EQ(traveller.reference, "U1");
  ASSERT_EQ(traveller.addresses.size(), 1u);
  EXPECT_EQ(traveller.addresses[0].text, "1 ROAD, CITY, REGION, 1234");
  EXPECT_EQ(traveller.addresses[0].state.text(), "GBR");
  EXPECT_EQ(traveller.bags, 2);
  EXPECT_EQ(traveller.documents[1].issued, (PartialDate{2021, 1, 1}));
  ASSERT_EQ(traveller.legs.size(), 1u);
  EXPECT_EQ(traveller.legs[0].seat, "12A");
  EXPECT_TRUE(traveller.legs[0].reported);
}

TEST(PaxlstReader, RolesFollowThePartyFunction) {
  const auto read = read_text(
      interchange("NAD+FL+++AONE:A'NAD+FM+++BTWO:B'NAD+DDU+++CTHREE:C'NAD+DDT+++DFOUR:D'", 4));
  ASSERT_EQ(read.travellers.size(), 4u);
  EXPECT_EQ(read.travellers[0].role, TravellerRole::passenger);
  EXPECT_EQ(read.travellers[1].role, TravellerRole::crew);
  EXPECT_EQ(read.travellers[2].role, TravellerRole::transit_passenger);
  EXPECT_EQ(read.travellers[3].role, TravellerRole::transit_crew);
}

TEST(PaxlstReader, TitlesStayOnNames) {
  EXPECT_EQ(traveller_of("NAD+FL+++TESTOV:BADR'").names.at(0).secondary, "BADR");
  EXPECT_EQ(traveller_of("NAD+FL+++TESTOVA:MARINAMRS'").names.at(0).secondary, "MARINAMRS");
}

TEST(PaxlstReader, ASingleNameIsAName) {
  const Traveller traveller = traveller_of("NAD+FL+++TESTO'");
  EXPECT_EQ(traveller.names.at(0).full(), "TESTO");
  EXPECT_TRUE(traveller.problems.empty());
}

TEST(PaxlstReader, ANameThatFillsItsElementMayBeCut) {
  EXPECT_TRUE(
      traveller_of("NAD+FL+++" + std::string(35, 'A') + ":B'").names.at(0).may_be_truncated);
  EXPECT_FALSE(
      traveller_of("NAD+FL+++" + std::string(34, 'A') + ":B'").names.at(0).may_be_truncated);
}

TEST(PaxlstReader, CharactersFillAnElementNotBytes) {
  const auto may_be_cut = [](const std::string& letter, int letters, const std::string& more = {}) {
    std::string name = more;
    for (int i = 0; i < letters; ++i) name += letter;
    return traveller_of("NAD+FL+++" + name + ":B'").names.at(0).may_be_truncated;
  };
  EXPECT_TRUE(may_be_cut("Ж", 35));
  EXPECT_TRUE(may_be_cut("ن", 70));
  EXPECT_FALSE(may_be_cut("Ж", 35, "A"));
  EXPECT_FALSE(may_be_cut("Ж", 17, "A")) << "35 bytes";
  const auto cyrillic = read_text("UNB+UNOE:3+A+B+C+R'UNH+1+PAXLST:D:02B:UN'NAD+FL+++" + std::string(35, '\xB8') + ":\xB8'UNT+3+1'UNZ+1+R'");
  EXPECT_TRUE(cyrillic.travellers.at(0).names.at(0).may_be_truncated);
}

TEST(PaxlstReader, ANameInTheWrongElementIsFound) {
  const Traveller traveller = traveller_of("NAD+FL++TESTOVA:MARINA'");
  EXPECT_EQ(traveller.names.at(0).full(), "MARINA TESTOVA");
  EXPECT_TRUE(has_problem(traveller, "another element than C080"));
}

TEST(PaxlstReader, ATravellerWithoutANameIsStillATraveller) {
  EXPECT_TRUE(has_problem(traveller_of("NAD+FL'ATT+2++M'"), "segment 5 (NAD), byte 123: no name"));
  EXPECT_TRUE(has_problem(traveller_of("NAD+FL+++:'DOC+P+AB1'"), "no name"));
}

TEST(PaxlstReader, RepeatedNamesAndNationalitiesAreAllKept) {
  const auto read = read_text(
      "UNA:+.?*'UNB+A'UNH+1+PAXLST:D:02B:UN'NAD+FL+++TESTOVA:MARINA*TESTOWA:MARYNA'"
      "NAT+2+GBR*PAK'UNT+4+1'UNZ+1+'");
  ASSERT_EQ(read.travellers.size(), 1u);
  EXPECT_EQ(read.travellers[0].names.size(), 2u);
  EXPECT_EQ(read.travellers[0].nationalities.size(), 2u);
}

TEST(PaxlstReader, DatesOfBirthHaveTheCenturyOfThePast) {
  EXPECT_EQ(traveller_of("NAD+FL+++A:B'DTM+329:010510'").birth_date, (PartialDate{2001, 5, 10}));
  EXPECT_EQ(traveller_of("NAD+FL+++A:B'DTM+329:270510'").birth_date, (PartialDate{1927, 5, 10}));
  EXPECT_EQ(traveller_of("NAD+FL+++A:B'DTM+329:19270510'").birth_date, (PartialDate{1927, 5, 10}));
  EXPECT_EQ(traveller_of("NAD+FL+++A:B'DTM+329: 80 0517:101'").birth_date,
            (PartialDate{1980, 5, 17}));
}

TEST(PaxlstReader, DatesOfExpiryHaveTheNearestCentury) {
  const Traveller traveller = traveller_of("NAD+FM+++A:B'DOC+P+AB123'DTM+36:610218'");
  EXPECT_EQ(traveller.documents.at(0).expires, (PartialDate{2061, 2, 18}));
}

TEST(PaxlstReader, WhatCannotBeReadIsReportedWithItsPlaceAndCostsNothingElse) {
  const auto read =
      read_text(interchange("NAD+FL+++TESTOVA:MARINA'ATT+2++Q'DTM+329:801399'NAT+2+QQQ'DOC+P+XY1'"
                            "DTM+36:soon'LOC+91+QQ1'NAD+FL+++PRUEBA:JUAN'ATT+2++M'",
                            9));
  ASSERT_EQ(read.travellers.size(), 2u);
  const Traveller& odd = read.travellers[0];
  EXPECT_EQ(odd.names.size(), 1u);
  EXPECT_EQ(odd.documents.at(0).number, "XY1");
  EXPECT_TRUE(has_problem(odd, "segment 6 (ATT)"));
  EXPECT_TRUE(has_problem(odd, "segment 7 (DTM)"));
  EXPECT_TRUE(has_problem(odd, "segment 8 (NAT)"));
  EXPECT_TRUE(has_problem(odd, "segment 10 (DTM)"));
  EXPECT_TRUE(has_problem(odd, "segment 11 (LOC)"));
  EXPECT_EQ(odd.problems.size(), 5u);
  EXPECT_TRUE(read.travellers[1].problems.empty());
  EXPECT_TRUE(read.complete());
}

TEST(PaxlstReader, ProblemsHoldNoPersonalData) {
  const Traveller traveller =
      traveller_of("NAD+FL+++TESTOVA:MARINA'DTM+329:991399'NAT+2+QQQ'DOC+P'");
  for (const Problem& problem : traveller.problems) {
    for (const auto* secret : {"TESTOVA", "MARINA", "991399", "QQQ"}) {
      EXPECT_EQ((problem.where + problem.text).find(secret), std::string::npos);
    }
  }
  EXPECT_EQ(traveller.problems.size(), 3u);
}

TEST(PaxlstReader, UnknownSegmentsAndCodesAreIgnored) {
  const Traveller traveller = traveller_of(
      "NAD+FL+++TESTOVA:MARINA'ZZZ+1'LOC+999+XXX'RFF+QQ:1'DTM+999:1'ATT+9++1'DTM+329:800517'");
  EXPECT_TRUE(traveller.problems.empty());
  EXPECT_EQ(traveller.birth_date.year, 1980);
}

TEST(PaxlstReader, FactsMayComeInAnyOrder) {
  const Traveller traveller = traveller_of(
      "NAD+FL+++TESTOVA:MARINA'DOC+P+XY1'LOC+91+PAK'NAT+2+PAK'DTM+329:800517'DTM+36:300517'"
      "LOC+180+:::QUETTA'ATT+2++F'RFF+AVF:LOC1'");
  EXPECT_TRUE(traveller.problems.empty());
  EXPECT_EQ(traveller.documents.at(0).expires.year, 2030);
  EXPECT_EQ(traveller.birth_place, "QUETTA");
  EXPECT_EQ(traveller.locator, "LOC1");
}

TEST(PaxlstReader, ADateAsAirlinesWriteItIsADate) {
  const Traveller traveller = traveller_of("NAD+FL+++A:B'DTM+329:17MAY80'DOC+P+XY1'DTM+36:31JAN30'");
  EXPECT_TRUE(traveller.problems.empty());
  EXPECT_EQ(traveller.birth_date, (PartialDate{1980, 5, 17}));
  EXPECT_EQ(traveller.documents.at(0).expires, (PartialDate{2030, 1, 31}));
}

TEST(PaxlstReader, ConflictingBirthDatesAreReported) {
  const Traveller traveller = traveller_of("NAD+FL+++A:B'DTM+329:800517'DTM+329:810517'");
  EXPECT_EQ(traveller.birth_date.year, 1980);
  EXPECT_TRUE(has_problem(traveller, "a second birth date differs"));
}

TEST(PaxlstReader, DocumentFactsWithoutADocumentAreReported) {
  const Traveller traveller = traveller_of("NAD+FL+++A:B'DTM+36:300517'LOC+91+PAK'");
  EXPECT_EQ(traveller.problems.size(), 2u);
  EXPECT_TRUE(traveller.documents.empty());
}

TEST(PaxlstReader, ADocumentWithoutANumberIsReported) {
  const Traveller traveller = traveller_of("NAD+FL+++A:B'DOC+P'LOC+91+PAK'DOC+V+77'");
  ASSERT_EQ(traveller.documents.size(), 2u);
  EXPECT_EQ(traveller.documents[0].number, "\xEF\xBF\xBC") << "it makes the answer incomplete";
  EXPECT_EQ(traveller.documents[1].number, "77");
  EXPECT_TRUE(has_problem(traveller, "a document without a number"));
}

TEST(PaxlstReader, ANumberInAnotherElementIsTakenAndTold) {
  for (const char* doc : {"DOC+P:110:111:T90512806'", "DOC+P:110:111++T90512806'"}) {
    const Traveller traveller = traveller_of(std::string("NAD+FL+++A:B'") + doc);
    ASSERT_EQ(traveller.documents.size(), 1u) << doc;
    EXPECT_EQ(traveller.documents[0].number, "T90512806");
    EXPECT_TRUE(has_problem(traveller, "another element than C503")) << doc;
  }
  const Traveller traveller = traveller_of("NAD+FL+++A:B'DOC+P:110:111:PASSPORT'");
  ASSERT_EQ(traveller.documents.size(), 1u);
  EXPECT_EQ(traveller.documents[0].number, "\xEF\xBF\xBC") << "a word is no number";
}

TEST(PaxlstReader, APartyOfUnknownFunctionAmongTravellersIsOne) {
  const auto read = read_text(
      interchange("NAD+MS+++OPS'TDT+20+XX1'NAD+ZZZ+++TESTOVA:MARINA'NAD++++PRUEBA:JUAN'", 4));
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_TRUE(has_problem(read.travellers[0], "party function"));
}

TEST(PaxlstReader, APartyBeforeTheFlightsIsATravellerOnlyIfItHasAPersonsFacts) {
  const auto read =
      read_text(interchange("NAD+CA+++SOME CARRIER'NAD+ZZ+++TESTOVA:MARINA'DTM+329:800517'", 3));
  ASSERT_EQ(read.travellers.size(), 1u);
  EXPECT_EQ(read.travellers[0].names.at(0).primary, "TESTOVA");
  EXPECT_TRUE(read.says("neither passenger nor crew"));
}

TEST(PaxlstReader, TheReportingPartyIsNoTraveller) {
  const auto read = read_text(interchange("NAD+MS+++OPS:CENTRE'COM+1:TE'TDT+20+XX1'", 3));
  EXPECT_TRUE(read.travellers.empty());
  EXPECT_EQ(read.summary->problems.size(), 1u);
  EXPECT_TRUE(read.says("no traveller"));
}

TEST(PaxlstReader, FactsOutsideOfAnyTravellerMakeTheManifestIncomplete) {
  const auto read = read_text(interchange("DOC+P+XY1'NAD+FL+++TESTOVA:MARINA'", 2));
  EXPECT_EQ(read.travellers.size(), 1u);
  EXPECT_FALSE(read.complete());
}

TEST(PaxlstReader, TotalsAreComparedAndHideNobody) {
  const auto read = read_text(interchange("NAD+FM+++AONE:A'NAD+FM+++BTWO:B'CNT+41:8'", 3));
  EXPECT_TRUE(read.says("8 crew members are announced, the message holds 2"));
  EXPECT_TRUE(read.complete());
  EXPECT_TRUE(read_text(interchange("NAD+FL+++AONE:A'CNT+42:01'", 2)).summary->problems.empty());
  EXPECT_TRUE(read_text(interchange("NAD+FL+++AONE:A'CNT+42+1'", 2)).summary->problems.empty());
  EXPECT_TRUE(read_text(interchange("NAD+FL+++AONE:A'CNT+42:many'", 2)).says("no number"));
}

TEST(PaxlstReader, ATravellerBehindALostTerminatorDoesNotVanish) {
  const auto wrapped = read_text(interchange("NAD+FL+++AONE:A'NAT+2+GBR\nNAD+FL+++BTWO:B'", 3));
  EXPECT_EQ(wrapped.travellers.size(), 2u);
  EXPECT_TRUE(wrapped.complete());

  const auto glued = read_text(interchange("NAD+FL+++AONE:A'NAT+2+GBRNAD+FL+++BTWO:B'", 2));
  EXPECT_FALSE(glued.complete());
  EXPECT_TRUE(glued.says("segment 6 (NAT)"));

  const auto in_name = read_text(interchange("NAD+FL+++AONE:ANAD+FL+++BTWO:B'", 1));
  EXPECT_FALSE(in_name.complete());
}

TEST(PaxlstReader, ATravellerAtWhomTheInputEndsIsReadAndReported) {
  const auto read = read_text("UNB+A'UNH+1+PAXLST:D:02B:UN'NAD+FL+++TESTOVA:MARINA'DTM+329:80051");
  ASSERT_EQ(read.travellers.size(), 1u);
  EXPECT_EQ(read.travellers[0].names.at(0).primary, "TESTOVA");
  EXPECT_TRUE(has_problem(read.travellers[0], "breaks off"));
  EXPECT_FALSE(read.complete());
}

TEST(PaxlstReader, OverlongTextIsReportedOnTheTraveller) {
  const auto read =
      read_text(interchange("NAD+FL+++" + std::string(100'000, 'X') + ":A'NAD+FL+++BTWO:B'", 2));
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_TRUE(has_problem(read.travellers[0], "too long"));
  EXPECT_TRUE(read.travellers[1].problems.empty());
  EXPECT_FALSE(read.complete());
}

TEST(PaxlstReader, TheSyntaxIdentifierNamesTheCharacterSet) {
  const auto surname = [](const std::string& syntax, const std::string& bytes) {
    const auto read = read_text("UNB+" + syntax + ":3+A+B+C+R'UNH+1+PAXLST:D:02B:UN'NAD+FL+++" +
                                bytes + ":A'UNT+3+1'UNZ+1+R'");
    const Traveller& traveller = read.travellers.at(0);
    return traveller.names.at(0).primary + (traveller.problems.empty() ? "" : " (problem)");
  };
  EXPECT_EQ(surname("UNOC", "M\xDCLLER"), "MÜLLER");
  EXPECT_EQ(surname("UNOE", "\xB8\xD2\xD0\xDD\xA1"), "ИванЁ");
  EXPECT_EQ(surname("UNOI", "\xE5\xCD\xE5\xCF"), "محمد");
  EXPECT_EQ(surname("UNOK", "\xDD\xDEIK"), "İŞIK");
  EXPECT_EQ(surname("UNOC", "MÜLLER"), "MÜLLER") << "UTF-8 all the same";
  EXPECT_EQ(surname("UNOA", "M\xDCLLER"), "M\xEF\xBF\xBDLLER (problem)");
  EXPECT_EQ(surname("UNOI", "M\xFFLLER"), "M\xEF\xBF\xBDLLER (problem)");
}

TEST(PaxlstReader, AMessageWithoutATypeIsReadAsAPassengerList) {
  const auto read = read_text("UNB+A'UNH+1'NAD+FL+++TESTOVA:MARINA'UNT+3+1'UNZ+1+'");
  EXPECT_EQ(read.travellers.size(), 1u);
  EXPECT_TRUE(read.says("does not state its type"));
}

TEST(PaxlstReader, TheGroupGivesTheTypeThatTheMessageDoesNot) {
  const auto read = read_text("UNB+A'UNG+CUSRES+A+B+C+G'UNH+1'UNT+2+1'UNE+1+G'UNZ+1+'");
  EXPECT_TRUE(read.says("not a passenger list (type CUSRES)"));
}

TEST(PaxlstReader, NationalityAndSexWithoutTheirQualifierAreRead) {
  const Traveller traveller = traveller_of("NAD+FL+++TESTOVA:MARINA'ATT+F'NAT+TJK'");
  ASSERT_EQ(traveller.nationalities.size(), 1u);
  EXPECT_EQ(traveller.nationalities[0].text(), "TJK");
  EXPECT_EQ(traveller.sex, Sex::female);
  EXPECT_TRUE(traveller_of("NAD+FL+++TESTOVA:MARINA'ATT+2'NAT+2'").problems.empty());
}

TEST(PaxlstReader, ASexWithoutItsQualifierMakesATravellerAsOneWithItDoes) {
  for (const auto* attribute : {"ATT+M", "ATT+2++M"}) {
    const auto read = read_text(interchange("NAD+XX+++TESTOV:MAKSIM'" + std::string(attribute) + "'", 2));
    ASSERT_EQ(read.travellers.size(), 1u) << attribute;
    EXPECT_EQ(read.travellers[0].sex, Sex::male) << attribute;
  }
}

}  // namespace
}  // namespace darvaza::manifests
