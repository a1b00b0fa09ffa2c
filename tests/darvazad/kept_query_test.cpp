#include "audit/kept_query.h"

#include <gtest/gtest.h>

namespace darvaza::audit {
namespace {

/// No two members alike, so that exchanged ones are noticed.
Traveller everything() {
  Traveller t;
  t.id = "id";
  t.names = {{"primary", "secondary", true}, {"второе", "имя", false}};
  t.father_name = "father";
  t.birth_date = {1971, 3, 2};
  t.birth_date_doubtful = true;
  t.sex = Sex::female;
  t.nationalities = {StateCode("TJK"), StateCode("UTO")};
  t.birth_place = "place";
  t.documents = {{"number", "P", StateCode("AFG"), {2030, 1, 2}, {2020, 4, 0}, "issued at"}};
  t.role = TravellerRole::transit_crew;
  t.locator = "locator";
  t.related_locators = {"r1", "r2"};
  t.reference = "reference";
  t.legs = {{"DZ1", "UTA", "UTB", "departs", "arrives", "operator", "22C", true}};
  t.addresses = {{"R", StateCode("UZB"), "street"}};
  t.bags = 300;
  t.problems = {{"where", "what"}};
  return t;
}

TEST(KeptQuery, IsTheTravellerInWhole) {
  const auto again = traveller_of(query_bytes(everything()));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->id, "id");
  ASSERT_EQ(again->names.size(), 2);
  EXPECT_EQ(again->names[0].primary, "primary");
  EXPECT_EQ(again->names[0].secondary, "secondary");
  EXPECT_TRUE(again->names[0].may_be_truncated);
  EXPECT_EQ(again->names[1].full(), "имя второе");
  EXPECT_FALSE(again->names[1].may_be_truncated);
  EXPECT_EQ(again->father_name, "father");
  EXPECT_EQ(again->birth_date, (PartialDate{1971, 3, 2}));
  EXPECT_TRUE(again->birth_date_doubtful);
  EXPECT_EQ(again->sex, Sex::female);
  EXPECT_EQ(again->nationalities, (std::vector<StateCode>{StateCode("TJK"), StateCode("UTO")}));
  EXPECT_EQ(again->birth_place, "place");
  ASSERT_EQ(again->documents.size(), 1);
  EXPECT_EQ(again->documents[0].number, "number");
  EXPECT_EQ(again->documents[0].type, "P");
  EXPECT_EQ(again->documents[0].issuing_state, StateCode("AFG"));
  EXPECT_EQ(again->documents[0].expires, (PartialDate{2030, 1, 2}));
  EXPECT_EQ(again->documents[0].issued, (PartialDate{2020, 4, 0}));
  EXPECT_EQ(again->documents[0].issued_at, "issued at");
  EXPECT_EQ(again->role, TravellerRole::transit_crew);
  EXPECT_EQ(again->locator, "locator");
  EXPECT_EQ(again->related_locators, (std::vector<std::string>{"r1", "r2"}));
  EXPECT_EQ(again->reference, "reference");
  ASSERT_EQ(again->legs.size(), 1);
  EXPECT_EQ(again->legs[0].flight, "DZ1");
  EXPECT_EQ(again->legs[0].from, "UTA");
  EXPECT_EQ(again->legs[0].to, "UTB");
  EXPECT_EQ(again->legs[0].departs, "departs");
  EXPECT_EQ(again->legs[0].arrives, "arrives");
  EXPECT_EQ(again->legs[0].operated_by, "operator");
  EXPECT_EQ(again->legs[0].seat, "22C");
  EXPECT_TRUE(again->legs[0].reported);
  ASSERT_EQ(again->addresses.size(), 1);
  EXPECT_EQ(again->addresses[0].type, "R");
  EXPECT_EQ(again->addresses[0].state, StateCode("UZB"));
  EXPECT_EQ(again->addresses[0].text, "street");
  EXPECT_EQ(again->bags, 300);
  ASSERT_EQ(again->problems.size(), 1);
  EXPECT_EQ(again->problems[0].where, "where");
  EXPECT_EQ(again->problems[0].text, "what");
}

TEST(KeptQuery, TheIdIsNotPartOfWhoWasAskedAbout) {
  const std::string one = query_bytes(everything());
  Traveller other = everything();
  other.id = "another id";
  const std::string two = query_bytes(other);
  EXPECT_EQ(asked_in(one), asked_in(two));
  other.birth_place = "elsewhere";
  const std::string three = query_bytes(other);
  EXPECT_NE(asked_in(one), asked_in(three));
}

TEST(KeptQuery, BytesThatAreNoneAreRefused) {
  const std::string bytes = query_bytes(everything());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(traveller_of(std::string_view(bytes).substr(0, size))) << size;
  }
  EXPECT_FALSE(traveller_of(bytes + '\0'));
  EXPECT_FALSE(traveller_of(std::string(3000, '\xff')));
  std::string later = bytes;
  later[0] = 2;
  EXPECT_FALSE(traveller_of(later));
}

}  // namespace
}  // namespace darvaza::audit
