#include "lookback/kept_traveller.h"

#include <gtest/gtest.h>

namespace darvaza::lookback {
namespace {

KeptTraveller full_traveller() {
  KeptTraveller kept;
  kept.manifest = "flight.edi";
  kept.seen = 1'795'000'000;
  Traveller& t = kept.traveller;
  t.id = "17";
  t.names = {{"SAVSANOVA", "GULBAHOR", true}, {"Савсанова Гульбахор", "", false}};
  t.father_name = "Farrukh";
  t.birth_date = {1971, 3, 0};
  t.birth_date_doubtful = true;
  t.sex = Sex::female;
  t.nationalities = {StateCode("UZB"), StateCode("D")};
  t.birth_place = "Zarafshon";
  t.documents = {{"AB1234567", "P", StateCode("UZB"), {2030, 1, 1}, {2020, 1, 1}, "TASHKENT"}};
  t.role = TravellerRole::transit_crew;
  t.locator = "QX7T2A";
  t.related_locators = {"QX7T2B"};
  t.reference = "R1";
  t.legs = {{"DZ0101", "UTA", "UTB", "2026-01-15T15:40", "2026-01-15T17:40", "SQ", "22C", true}};
  t.addresses = {{"R", StateCode("UZB"), "1 Example Street"}};
  t.bags = 2;
  t.problems = {{"line 7", "a date that does not exist"}};
  return kept;
}

TEST(KeptTraveller, KeepsWhatScreeningAsksForAndHowToFindThePerson) {
  std::string bytes;
  append_bytes(full_traveller(), bytes);
  const auto read = parse_kept(bytes);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->manifest, "flight.edi");
  EXPECT_EQ(read->seen, 1'795'000'000);
  const Traveller& t = read->traveller;
  EXPECT_EQ(t.id, "17");
  ASSERT_EQ(t.names.size(), 2u);
  EXPECT_EQ(t.names[0].primary, "SAVSANOVA");
  EXPECT_EQ(t.names[0].secondary, "GULBAHOR");
  EXPECT_TRUE(t.names[0].may_be_truncated);
  EXPECT_EQ(t.names[1].primary, "Савсанова Гульбахор");
  EXPECT_FALSE(t.names[1].may_be_truncated);
  EXPECT_EQ(t.father_name, "Farrukh");
  EXPECT_EQ(t.birth_date, (PartialDate{1971, 3, 0}));
  EXPECT_TRUE(t.birth_date_doubtful);
  EXPECT_EQ(t.sex, Sex::female);
  EXPECT_EQ(t.nationalities, (std::vector{StateCode("UZB"), StateCode("D")}));
  EXPECT_EQ(t.birth_place, "Zarafshon");
  ASSERT_EQ(t.documents.size(), 1u);
  EXPECT_EQ(t.documents[0].number, "AB1234567");
  EXPECT_EQ(t.documents[0].type, "P");
  EXPECT_EQ(t.documents[0].issuing_state, StateCode("UZB"));
  EXPECT_EQ(t.role, TravellerRole::transit_crew);
  EXPECT_EQ(t.locator, "QX7T2A");
  ASSERT_EQ(t.legs.size(), 1u);
  EXPECT_EQ(t.legs[0].flight, "DZ0101");
  EXPECT_EQ(t.legs[0].from, "UTA");
  EXPECT_EQ(t.legs[0].to, "UTB");
  EXPECT_EQ(t.legs[0].departs, "2026-01-15T15:40");
  EXPECT_EQ(t.legs[0].arrives, "2026-01-15T17:40");
  EXPECT_TRUE(t.legs[0].reported);
}

TEST(KeptTraveller, LeavesOutWhatNobodyNeeds) {
  std::string bytes;
  append_bytes(full_traveller(), bytes);
  for (const char* not_kept : {"Example Street", "22C", "TASHKENT", "line 7", "QX7T2B", "R1"}) {
    EXPECT_EQ(bytes.find(not_kept), std::string::npos) << not_kept;
  }
}

TEST(KeptTraveller, RefusesWhatItDidNotWrite) {
  std::string bytes;
  append_bytes(full_traveller(), bytes);
  for (std::size_t length = 0; length < bytes.size(); ++length) EXPECT_FALSE(parse_kept(bytes.substr(0, length))) << length;
  EXPECT_FALSE(parse_kept(bytes + '\0'));
  EXPECT_FALSE(parse_kept("\x02" + bytes.substr(1))) << "another form";
  // A count larger than what is left must not make room for it.
  EXPECT_FALSE(parse_kept(std::string("\x01\x00\x00\x01x\xFF\xFF\xFF\xFF\x7F", 10)));
}

}  // namespace
}  // namespace darvaza::lookback
