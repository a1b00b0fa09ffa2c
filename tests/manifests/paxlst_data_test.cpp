// The test messages under DARVAZA_DATA/manifests/paxlst, against what the README beside them
// states. Names, numbers and dates are not repeated here: each fact that was read must stand in the
// README's row about its file. Counts and what the row does not spell out are expected by hand.
#include <string>

#include <gtest/gtest.h>

#include "manifests/manifest_data.h"

namespace darvaza::manifests {
namespace {

class PaxlstData : public ManifestData {
 protected:
  ReadText read(const std::string& file, std::size_t travellers) {
    return read_file("paxlst/" + file, travellers);
  }
};

TEST_F(PaxlstData, ApisMessage) {
  const auto all = read("apisMessage.txt", 2);
  ASSERT_EQ(all.travellers.size(), 2u);
  for (const Traveller& traveller : all.travellers) {
    expect_person_stated(traveller);
    expect_legs_stated(traveller, 2);
    expect_stated("locator " + traveller.locator);
    EXPECT_FALSE(traveller.locator.empty());
    EXPECT_TRUE(traveller.documents.empty());
  }
  const auto& legs = all.travellers[0].legs;
  for (const std::string& time :
       {legs[0].departs, legs[0].arrives, legs[1].departs, legs[1].arrives}) {
    expect_stated(time.substr(11));
  }
  expect_stated(legs[0].departs.substr(0, 10));
  EXPECT_EQ(all.summary->problems.size(), 0u);
}

TEST_F(PaxlstData, Airline2) {
  const auto all = read("airline2.edi", 10);
  for (const Traveller& traveller : all.travellers) {
    EXPECT_TRUE(traveller.birth_date.full());
    EXPECT_EQ(traveller.names.size(), 1u);
    ASSERT_EQ(traveller.documents.size(), 1u);
    EXPECT_EQ(traveller.documents[0].type, "P");
    EXPECT_EQ(traveller.documents[0].number.size(), 9u);
    EXPECT_EQ(traveller.documents[0].issuing_state.text(), "USA");
    EXPECT_EQ(traveller.nationalities.at(0).text(), "USA");
    expect_legs_stated(traveller, 1);
    expect_stated(traveller.legs.at(0).departs.substr(0, 10));
  }
  EXPECT_TRUE(all.says("136 passengers are announced, the message holds 10"));
}

TEST_F(PaxlstData, MultipleFlightLegs) {
  const auto all = read("multiple_flight_leg_apis.txt", 2);
  for (const Traveller& traveller : all.travellers) {
    expect_person_stated(traveller);
    expect_stated(std::string(traveller.nationalities.at(0).text()));
    ASSERT_EQ(traveller.documents.size(), 1u);
    expect_document_stated(traveller.documents[0], true, true);
    ASSERT_EQ(traveller.legs.size(), 3u);
    expect_legs_stated(traveller, 3);
  }
  EXPECT_TRUE(all.says("after UNZ"));
}

TEST_F(PaxlstData, Test1IsACrewList) {
  const auto all = read("Test1.txt", 8);
  for (const Traveller& traveller : all.travellers) {
    EXPECT_EQ(traveller.role, TravellerRole::crew);
    ASSERT_EQ(traveller.documents.size(), 1u);
    EXPECT_EQ(traveller.documents[0].type, "P");
    EXPECT_EQ(traveller.documents[0].expires, (PartialDate{2061, 2, 18}));
    EXPECT_EQ(traveller.documents[0].issuing_state.text(), "GBR");
    EXPECT_TRUE(traveller.birth_date.full());
    EXPECT_NE(traveller.sex, Sex::unknown);
    EXPECT_NE(traveller.names.at(0).primary.find_first_of("abcdefghijklmnopqrstuvwxyz"),
              std::string::npos);
    expect_legs_stated(traveller, 1);
  }
  expect_stated(all.travellers.at(0).legs.at(0).departs.substr(0, 10));
}

TEST_F(PaxlstData, AstraExpected) {
  const auto all = read("astra_expected_3pax_02B.edi", 3);
  ASSERT_EQ(all.travellers.size(), 3u);
  for (const Traveller& traveller : all.travellers) {
    expect_person_stated(traveller);
    EXPECT_EQ(traveller.nationalities.at(0).text(), "CZE");
    ASSERT_EQ(traveller.documents.size(), 1u);
    expect_legs_stated(traveller, 1);
  }
  EXPECT_EQ(all.travellers[0].documents[0].type, "I");
  EXPECT_EQ(all.travellers[1].documents[0].type, "P");
  expect_document_stated(all.travellers[0].documents[0], false, false);
  expect_document_stated(all.travellers[1].documents[0], true, false);
  expect_document_stated(all.travellers[2].documents[0], false, true);
  EXPECT_EQ(all.travellers[2].documents[0].issuing_state.text(), "RUS");
  EXPECT_TRUE(all.says("39 segments are announced"));
}

TEST_F(PaxlstData, GuidePassenger) {
  const auto all = read("guide_v6_5_1_pax_15B.edi", 1);
  const Traveller& traveller = all.travellers.at(0);
  expect_person_stated(traveller);
  EXPECT_EQ(traveller.nationalities.at(0).text(), "GBR");
  ASSERT_EQ(traveller.documents.size(), 1u);
  expect_document_stated(traveller.documents[0], true, true);
  expect_legs_stated(traveller, 1);
  EXPECT_EQ(traveller.legs.at(0).arrives, "2013-06-21T22:00");
  expect_stated("one address");
  ASSERT_EQ(traveller.addresses.size(), 1u);
  EXPECT_EQ(traveller.addresses[0].state.text(), "GBR");
  expect_stated("2 bags");
  EXPECT_EQ(traveller.bags, 2);
  EXPECT_TRUE(all.says("160 passengers are announced"));
}

TEST_F(PaxlstData, GuideCrew) {
  const auto all = read("guide_v6_5_2_crew_15B.edi", 1);
  const Traveller& traveller = all.travellers.at(0);
  expect_person_stated(traveller);
  EXPECT_EQ(traveller.role, TravellerRole::crew);
  EXPECT_EQ(traveller.nationalities.at(0).text(), "CAN");
  expect_document_stated(traveller.documents.at(0), false, true);
}

TEST_F(PaxlstData, GuideProgressive) {
  const auto all = read("guide_v6_5_3_progressive_15B.edi", 2);
  for (const Traveller& traveller : all.travellers) {
    expect_person_stated(traveller);
    EXPECT_EQ(traveller.nationalities.at(0).text(), "ESP");
    ASSERT_EQ(traveller.documents.size(), 1u);
    EXPECT_EQ(traveller.documents[0].type, "P");
    EXPECT_EQ(traveller.legs.size(), 2u);
  }
  EXPECT_TRUE(all.summary->problems.empty());
}

TEST_F(PaxlstData, SitaSecondPart) {
  const auto all = read("sita_test_02B.edi", 1);
  const Traveller& traveller = all.travellers.at(0);
  expect_person_stated(traveller);
  EXPECT_EQ(traveller.nationalities.at(0).text(), "GBR");
  expect_document_stated(traveller.documents.at(0), false, true);
  expect_legs_stated(traveller, 1);
  EXPECT_TRUE(all.says("one part of several"));
  EXPECT_TRUE(all.says("187 segments are announced"));
}

TEST_F(PaxlstData, UnitedArabEmirates) {
  const auto all = read("uae_05B.edi", 1);
  const Traveller& traveller = all.travellers.at(0);
  expect_person_stated(traveller);
  EXPECT_EQ(traveller.nationalities.at(0).text(), "ARE");
  EXPECT_EQ(traveller.documents.at(0).type, "I");
  expect_document_stated(traveller.documents.at(0), false, true);
  expect_legs_stated(traveller, 1);
}

TEST_F(PaxlstData, ChinaInteractiveQuery) {
  const auto all = read("china_iapi_paxlst_05B.edi", 1);
  const Traveller& traveller = all.travellers.at(0);
  expect_person_stated(traveller);
  EXPECT_EQ(traveller.nationalities.at(0).text(), "RUS");
  ASSERT_EQ(traveller.documents.size(), 2u);
  EXPECT_EQ(traveller.documents[0].type, "P");
  EXPECT_EQ(traveller.documents[1].type, "V");
  for (const TravelDocument& document : traveller.documents) {
    expect_document_stated(document, false, true);
  }
  EXPECT_TRUE(all.summary->problems.empty());
}

TEST_F(PaxlstData, ChinaAnswersAreNoPassengerLists) {
  for (const auto* file : {"ok", "unsolicited", "ack"}) {
    const auto all =
        read_text(text_of_file(folder_ + "paxlst/china_iapi_cusres_" + file + "_05B.edi"));
    ASSERT_TRUE(all.summary) << file;
    EXPECT_TRUE(all.complete());
    EXPECT_TRUE(all.travellers.empty());
    EXPECT_TRUE(all.says("not a passenger list (type CUSRES)"));
  }
}

}  // namespace
}  // namespace darvaza::manifests
