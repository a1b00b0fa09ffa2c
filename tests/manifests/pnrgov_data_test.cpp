// The test messages under DARVAZA_DATA/manifests/pnrgov, against what the README beside them
// states, as paxlst_data_test.cpp does for PAXLST.
#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "manifests/manifest_data.h"

namespace darvaza::manifests {
namespace {

class PnrgovData : public ManifestData {
 protected:
  ReadText read(const std::string& file, std::size_t travellers) {
    return read_file("pnrgov/" + file, travellers);
  }

  /// One of the traveller's spellings stands in the README as "SURNAME GIVEN", with `tail` behind.
  void expect_name_stated(const Traveller& traveller, const std::string& tail = {}) const {
    const bool stated =
        std::any_of(traveller.names.begin(), traveller.names.end(), [&](const TravellerName& name) {
          return row_.find(name.primary + ' ' + name.secondary + tail) != std::string::npos;
        });
    EXPECT_TRUE(stated) << traveller.id << " in " << row_;
  }

  static std::set<std::string> locators(const ReadText& all) {
    std::set<std::string> found;
    for (const Traveller& traveller : all.travellers) found.insert(traveller.locator);
    return found;
  }
};

TEST_F(PnrgovData, FivePassengersOfOneBooking) {
  const auto all = read("pnrMessageExample.txt", 5);
  EXPECT_EQ(all.summary->format, ManifestFormat::pnrgov);
  EXPECT_EQ(locators(all).size(), 1u);
  for (const Traveller& traveller : all.travellers) {
    const std::string sex = traveller.sex == Sex::male ? " M " : " F ";
    expect_name_stated(traveller, sex + to_string(traveller.birth_date));
    ASSERT_EQ(traveller.documents.size(), 1u);
    EXPECT_EQ(traveller.documents[0].type, "P");
    expect_legs_stated(traveller, 3);
    EXPECT_TRUE(traveller.legs[2].reported);
  }
  const TravelDocument& first = all.travellers.at(0).documents.at(0);
  expect_stated(std::string(first.issuing_state.text()) + " passport " + first.number);
  EXPECT_EQ(all.travellers[0].legs[2].seat, "22C");
  EXPECT_EQ(all.travellers[4].legs[2].seat, "33J");
}

TEST_F(PnrgovData, TwoBookings) {
  const auto all = read("2_pnrs_basic.edi", 4);
  EXPECT_EQ(locators(all).size(), 2u);
  // The booking that the first was split off has its own locator.
  EXPECT_EQ(all.travellers.at(0).related_locators.size(), 1u);
  EXPECT_TRUE(all.travellers.at(3).related_locators.empty());
  bool run_together = false;
  for (const Traveller& traveller : all.travellers) {
    EXPECT_FALSE(traveller.documents.empty() && traveller.names.size() < 2);
    for (const TravellerName& name : traveller.names) {
      run_together =
          run_together || row_.find("\"" + name.primary + ' ' + name.secondary + "\"") != row_.npos;
    }
    EXPECT_EQ(traveller.legs.size(), 2u);
  }
  EXPECT_TRUE(run_together);
}

TEST_F(PnrgovData, AdultAndInfant) {
  const auto all = read("adult_and_infant.edi", 2);
  for (const Traveller& traveller : all.travellers) {
    ASSERT_EQ(traveller.documents.size(), 1u);
    EXPECT_EQ(traveller.documents[0].issuing_state.text(), "COL");
    EXPECT_EQ(traveller.sex, Sex::female);
  }
  EXPECT_EQ(all.travellers.at(0).birth_date.year, 1976);
  EXPECT_EQ(all.travellers.at(1).birth_date.year, 2011);
}

TEST_F(PnrgovData, CodeShare) {
  const auto all = read("codeshare.edi", 2);
  EXPECT_EQ(locators(all).size(), 2u);
  for (const Traveller& traveller : all.travellers) {
    EXPECT_EQ(traveller.documents.size(), 1u);
    ASSERT_EQ(traveller.legs.size(), 1u);
    EXPECT_TRUE(traveller.legs[0].reported);
    EXPECT_EQ(traveller.legs[0].operated_by, "SQ0609");
  }
}

TEST_F(PnrgovData, ABadFormatHidesNobody) {
  const auto all = read("pnrBadFormat.txt", 2);
  for (const Traveller& traveller : all.travellers) {
    EXPECT_TRUE(traveller.birth_date.full());
    EXPECT_EQ(traveller.sex, Sex::female);
  }
  EXPECT_TRUE(all.says("the input ends inside the segment"));
}

TEST_F(PnrgovData, SeparatorsInsideOfData) {
  const auto all = read("danglingMetaCharacter.txt", 1);
  expect_name_stated(all.travellers.at(0));
  expect_stated(std::to_string(all.travellers.at(0).legs.size()) + " flights");
}

TEST_F(PnrgovData, APassengerWithoutDocument) {
  const auto all = read("pnrEdge.txt", 1);
  EXPECT_TRUE(all.travellers.at(0).documents.empty());
  EXPECT_GE(all.travellers.at(0).names.size(), 1u);
  EXPECT_EQ(all.travellers.at(0).legs.size(), 1u);  // the flight of the message
}

TEST_F(PnrgovData, AVisaIsASecondDocument) {
  const auto all = read("pnrWithDoco.txt", 1);
  ASSERT_EQ(all.travellers.at(0).documents.size(), 2u);
  const TravelDocument& visa = all.travellers[0].documents[1];
  expect_stated("number " + visa.number);
  expect_stated("type " + visa.type);
  expect_stated("issued " + to_string(visa.issued));
  expect_stated("\"" + visa.issued_at + "\"");
}

}  // namespace
}  // namespace darvaza::manifests
