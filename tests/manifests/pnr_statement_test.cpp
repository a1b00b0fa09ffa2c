#include "manifests/pnr_statement.h"

#include <gtest/gtest.h>

#include "manifests/read_text.h"

namespace darvaza::manifests {
namespace {

/// The traveller of a booking with one passenger and this request.
Traveller with_request(const std::string& request) {
  const auto read = read_text(pnrgov("SRC'TIF+TESTOVA+MARINA:A:1'" + request + "'"));
  EXPECT_EQ(read.travellers.size(), 1u) << request;
  return read.travellers.empty() ? Traveller() : read.travellers[0];
}

const std::string kDocs = "SSR+DOCS:HK:1:DZ:::::";

TEST(PnrStatement, FieldsThatAreShiftedAreFoundByBirthDateAndSex) {
  for (const auto* text : {"/P/KAZ/N1/KAZ/17MAY80/F/31JAN30/TESTOVA/MARINA",
                           "P/KAZ/N1/KAZ/17MAY80/F/31JAN30/TESTOVA/MARINA",
                           "//P/KAZ/N1/KAZ/17MAY80/F/31JAN30/TESTOVA/MARINA",
                           "/KAZ/N1/KAZ/17MAY80/F/31JAN30/TESTOVA/MARINA"}) {
    const Traveller traveller = with_request(kDocs + text);
    EXPECT_EQ(traveller.documents.at(0).number, "N1") << text;
    EXPECT_EQ(traveller.birth_date, (PartialDate{1980, 5, 17})) << text;
    EXPECT_EQ(traveller.names.size(), 1u) << text;
    EXPECT_TRUE(traveller.problems.empty()) << text;
  }
}

TEST(PnrStatement, ColonsBeforeTheTextMayBeMiscounted) {
  EXPECT_EQ(with_request("SSR+DOCS:HK:1:DZ:::/P/KAZ/N1/KAZ/17MAY80/F//TESTOVA/MARINA")
                .documents.at(0)
                .number,
            "N1");
}

TEST(PnrStatement, MarksBehindTheNamesAreNoNames) {
  for (const auto* tail : {"/H", "//H", "/", "-1TESTOVA/MARINAMRS"}) {
    const Traveller traveller =
        with_request(kDocs + "/P/KAZ/N1/KAZ/17MAY80/F/31JAN30/TESTOVA/MARINA" + tail);
    ASSERT_EQ(traveller.names.size(), 1u) << tail;
    EXPECT_EQ(traveller.names[0].secondary, "MARINA") << tail;
  }
}

TEST(PnrStatement, ANumberMayHoldADash) {
  EXPECT_EQ(with_request(kDocs + "/P/KAZ/AB-12/KAZ/17MAY80/F/31JAN30/TESTOVA/MARINA")
                .documents.at(0)
                .number,
            "AB-12");
}

TEST(PnrStatement, FactsWithoutNumberOrNameAreStillFacts) {
  const Traveller no_number = with_request(kDocs + "/////17MAY80/F//TESTOVA/MARINA");
  EXPECT_TRUE(no_number.documents.empty());
  EXPECT_EQ(no_number.birth_date, (PartialDate{1980, 5, 17}));
  EXPECT_EQ(with_request(kDocs + "/P/KAZ/N1").documents.at(0).number, "N1");
}

TEST(PnrStatement, WhatCannotBeReadIsAProblem) {
  const Traveller traveller =
      with_request(kDocs + "/P/QQQ/N1/QQQ/17MAJ80/Q/31FEB30/TESTOVA/MARINA");
  for (const auto* words : {"issuer", "nationality", "birth date", "sex", "date of expiry"}) {
    EXPECT_TRUE(has_problem(traveller, words)) << words;
  }
  EXPECT_EQ(traveller.documents.at(0).number, "N1");
}

TEST(PnrStatement, AVisaMayStateNoPlaceOfBirth) {
  const Traveller traveller = with_request("SSR+DOCO:HK:1:DZ:::::/V/V77/PARIS/22DEC16/FRA");
  ASSERT_EQ(traveller.documents.size(), 1u);
  EXPECT_EQ(traveller.documents[0].number, "V77");
  EXPECT_EQ(traveller.documents[0].issued_at, "PARIS");
  EXPECT_TRUE(traveller.birth_place.empty());
  EXPECT_TRUE(with_request("SSR+DOCO:HK:1:DZ:::::/R/12345").documents.empty());
}

TEST(PnrStatement, AChildsBirthDateIsTheTravellers) {
  EXPECT_EQ(with_request("SSR+CHLD:HK:1:DZ:::::/10AUG15").birth_date, (PartialDate{2015, 8, 10}));
}

TEST(PnrStatement, ATextThatFillsItsElementMayBeCut) {
  std::string text = "/P/KAZ/N1/KAZ/17MAY80/F/31JAN30/TESTOVA/MARINA";
  text += std::string(70 - text.size(), 'A');
  const Traveller traveller = with_request(kDocs + text);
  ASSERT_EQ(traveller.names.size(), 2u);
  EXPECT_TRUE(traveller.names[1].may_be_truncated);
}

TEST(PnrStatement, CharactersFillAnElementNotBytes) {
  const auto may_be_cut = [](std::size_t letters) {
    std::string text = "/P/KAZ/N1/KAZ/17MAY80/F/31JAN30/ТЕСТОВА/";
    for (std::size_t i = 0; i < letters; ++i) text += "Ж";
    return with_request(kDocs + text).names.at(1).may_be_truncated;
  };
  EXPECT_TRUE(may_be_cut(70 - 40));
  EXPECT_FALSE(may_be_cut((70 - 47) / 2)) << "fewer characters than bytes";
}

TEST(PnrStatement, InfantsAreReadInEveryOrderThatOccurs) {
  for (const auto* text : {"TESTOVA/ANNA/10AUG24", "/TESTOVA/ANNA 10AUG24", ".TESTOVA/ANNA.10AUG24",
                           "TESTOVA/ANNA/10AUG24-1TESTOVA/MARINA"}) {
    const auto read = read_text(
        pnrgov("SRC'TIF+TESTOVA+MARINA:A:1'SSR+INFT:NN:1:DZ:::::" + std::string(text) + "'"));
    ASSERT_EQ(read.travellers.size(), 2u) << text;
    EXPECT_EQ(read.travellers[1].names.at(0).full(), "ANNA TESTOVA") << text;
    EXPECT_EQ(read.travellers[1].birth_date, (PartialDate{2024, 8, 10})) << text;
  }
}

TEST(PnrStatement, ReferencesAreComparedWithoutLeadingZeros) {
  EXPECT_EQ(plain_reference("002"), "2");
  EXPECT_EQ(plain_reference("0"), "0");
  EXPECT_EQ(plain_reference("01.1"), "1.1");
}

TEST(PnrStatement, ABirthDateMayBeWrittenAsInOtherFormats) {
  for (const auto& [written, date] : {std::pair{"1980-05-17", PartialDate{1980, 5, 17}}, std::pair{"1980", PartialDate{1980, 0, 0}}, std::pair{"XXMAY80", PartialDate{1980, 5, 0}}}) {
    const auto read = read_text(pnrgov("SRC'TIF+ORDAI+TUVAN:A:1'SSR+DOCS:HK:1:DZ:::::/P/TJK/N1/TJK/" + std::string(written) + "/M/31JAN30/ORDAI/TUVAN'"));
    EXPECT_EQ(read.travellers.at(0).birth_date, date) << written;
  }
}

}  // namespace
}  // namespace darvaza::manifests
