#include "manifests/us_edifact_traveller.h"

#include <gtest/gtest.h>

#include "manifests/read_text.h"

namespace darvaza::manifests {
namespace {

std::string us_interchange(const std::string& travellers) {
  return "UNA:+.? 'UNB+UNOA:1+GATEAIR:DZ+GOV:UT+260115:0900+R1++CEDIPAX+A+++0'"
         "UNG+PAXLST+GATEAIR:DZ+GOV:UT+260115:0900+R1+DZ+001:000'"
         "UNH+R1+PAXLST:001:000:DZ+DZ101/260115/1740'CTA+IC+:GATE DESK+1-703:TE'TDT++DZ101+40+DZ'"
         "LOC+005+UTUTA:50'DTM+136+260115+1540+M05'LOC+PT+UTUTC:50'DTM+132+260115+1640+P8'"
         "LOC+008+UTUTB:50'DTM+132+260115+1740+M05'UNS+D'" +
         travellers + "UNT+1+R1'UNE+1+R1'UNZ+1+R1'";
}

TEST(UsEdifact, OneSegmentIsOneTraveller) {
  const auto read = read_text(
      us_interchange("PDT+P/N1234567:290909:KZ+TESTOVA:MARINA:IVANOVNA:800517:F+PAX+UTUTA:UTUTB'"
                     "PDT+V/V77::UZ+O?'TESTOV:IVAN::331231:M+CRW+UTUTA:UTUTB'"));
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_TRUE(read.complete());
  const Traveller& first = read.travellers[0];
  EXPECT_EQ(first.names.at(0).primary, "TESTOVA");
  EXPECT_EQ(first.names.at(0).secondary, "MARINA IVANOVNA");
  EXPECT_EQ(first.birth_date, (PartialDate{1980, 5, 17}));
  EXPECT_EQ(first.sex, Sex::female);
  EXPECT_EQ(first.documents.at(0).type, "P");
  EXPECT_EQ(first.documents.at(0).number, "N1234567");
  EXPECT_EQ(first.documents.at(0).expires, (PartialDate{2029, 9, 9}));
  EXPECT_EQ(first.documents.at(0).issuing_state.text(), "KAZ");
  EXPECT_TRUE(first.problems.empty());
  const Traveller& second = read.travellers[1];
  EXPECT_EQ(second.names.at(0).primary, "O'TESTOV");
  EXPECT_EQ(second.names.at(0).secondary, "IVAN");
  EXPECT_EQ(second.birth_date, (PartialDate{1933, 12, 31}));
  EXPECT_EQ(second.role, TravellerRole::crew);
}

TEST(UsEdifact, FlightsHaveCountriesAndTimesInElements) {
  const auto read = read_text(us_interchange("PDT+P/1+TESTOVA:MARINA'"));
  const auto& legs = read.travellers.at(0).legs;
  ASSERT_EQ(legs.size(), 2u);
  EXPECT_EQ(legs[0].flight, "DZ0101");
  EXPECT_EQ(legs[0].from, "UTA");
  EXPECT_EQ(legs[0].to, "UTC");
  EXPECT_EQ(legs[0].departs, "2026-01-15T15:40");
  EXPECT_EQ(legs[1].to, "UTB");
  EXPECT_EQ(legs[1].arrives, "2026-01-15T17:40");
}

TEST(UsEdifact, AMissingMiddleNameDoesNotShiftTheBirthDate) {
  const auto read = read_text(us_interchange("PDT+P/1+TESTOVA:MARINA:800517:F+PAX'"));
  EXPECT_EQ(read.travellers.at(0).birth_date, (PartialDate{1980, 5, 17}));
  EXPECT_EQ(read.travellers.at(0).sex, Sex::female);
}

TEST(UsEdifact, ADateWithLettersIsNoMiddleName) {
  const auto read = read_text(us_interchange(
      "PDT+P/1+TESTOVA:MARINA:17MAY80:F+PAX'PDT+P/2+TESTOVA:MARINA::17MAY1980:F+PAX'"
      "PDT+P/3+TESTOVA:MARINA:8OO517:F+PAX'PDT+P/4+TESTOVA:MARINA:2ND:800517:F+PAX'"));
  ASSERT_EQ(read.travellers.size(), 4u);
  for (const std::size_t i : {0u, 1u}) {
    EXPECT_EQ(read.travellers[i].names.at(0).secondary, "MARINA");
    EXPECT_EQ(read.travellers[i].birth_date, (PartialDate{1980, 5, 17}));
    EXPECT_EQ(read.travellers[i].sex, Sex::female);
    EXPECT_TRUE(read.travellers[i].problems.empty());
  }
  EXPECT_EQ(read.travellers[2].names.at(0).secondary, "MARINA");
  EXPECT_TRUE(has_problem(read.travellers[2], "birth date"));
  EXPECT_EQ(read.travellers[2].sex, Sex::female);
  EXPECT_EQ(read.travellers[3].names.at(0).secondary, "MARINA 2ND");
  EXPECT_EQ(read.travellers[3].birth_date, (PartialDate{1980, 5, 17}));
}

TEST(UsEdifact, WhatCannotBeReadIsAProblemOfThatTraveller) {
  const auto read = read_text(
      us_interchange("PDT+P/1:999999:QQ+TESTOVA:MARINA::800599:F+XYZ'PDT+'PDT+P/2+TESTOV:IVAN'"));
  ASSERT_EQ(read.travellers.size(), 3u);
  for (const auto* words : {"date of expiry", "issuer", "birth date", "role"}) {
    EXPECT_TRUE(has_problem(read.travellers[0], words)) << words;
  }
  EXPECT_TRUE(has_problem(read.travellers[1], "no name"));
  EXPECT_TRUE(read.travellers[2].problems.empty());
}

TEST(UsEdifact, ALostTerminatorIsIncomplete) {
  const auto read = read_text(us_interchange("PDT+P/1+TESTOVA:MARINAPDT+P/2+TESTOV:IVAN'"));
  EXPECT_FALSE(read.complete());
}

TEST(UsEdifact, ANameThatFillsItsComponentMayHaveBeenCut) {
  const std::string cut(35, 'A'), whole(34, 'A');
  const auto read = read_text(us_interchange("PDT+P/N1+" + cut + ":MARINA::800517:F+PAX'PDT+P/N2+" + whole + ":MARINA::800517:F+PAX'PDT+P/N3+TESTOVA:MARINA:" + cut + ":800517:F+PAX'"));
  ASSERT_EQ(read.travellers.size(), 3u);
  EXPECT_TRUE(read.travellers[0].names.at(0).may_be_truncated);
  EXPECT_FALSE(read.travellers[1].names.at(0).may_be_truncated);
  EXPECT_TRUE(read.travellers[2].names.at(0).may_be_truncated);
}

}  // namespace
}  // namespace darvaza::manifests
