#include "manifests/pnr_itinerary.h"

#include <gtest/gtest.h>

#include "manifests/read_text.h"

namespace darvaza::manifests {
namespace {

/// The first leg of a booking with the one flight `tvl`, as "from departs to arrives".
std::string leg_of(const std::string& tvl) {
  const auto read = read_text(pnrgov("SRC'TIF+TESTOVA+MARINA:A:1'" + tvl + "'"));
  const FlightLeg& leg = read.travellers.at(0).legs.at(0);
  return leg.from + ' ' + leg.departs + ' ' + leg.to + ' ' + leg.arrives;
}

TEST(PnrItinerary, TimesAreReadInEveryFormThatOccurs) {
  EXPECT_EQ(leg_of("TVL+130126:2200:140126:0900+UTC+UTA+XX+55"),
            "UTC 2026-01-13T22:00 UTA 2026-01-14T09:00");
  EXPECT_EQ(leg_of("TVL+130126:0900::1130+UTC+UTA+XX+55"),
            "UTC 2026-01-13T09:00 UTA 2026-01-13T11:30");
  EXPECT_EQ(leg_of("TVL+130126:0900:1130+UTC+UTA+XX+55"),
            "UTC 2026-01-13T09:00 UTA 2026-01-13T11:30");
  // Before its departure: the day of arrival is not known.
  EXPECT_EQ(leg_of("TVL+130126:2200::0900+UTC+UTA+XX+55"), "UTC 2026-01-13T22:00 UTA ");
  EXPECT_EQ(leg_of("TVL++UTC+UTA+XX+55"), "UTC  UTA ");
}

TEST(PnrItinerary, AnUnreadableTimeIsAProblemOfTheMessage) {
  const auto read = read_text(pnrgov("SRC'TIF+TESTOVA+MARINA:A:1'TVL+139926:2200+UTC+UTA+XX+55'"));
  EXPECT_TRUE(read.says("(TVL)"));
  EXPECT_EQ(read.travellers.at(0).legs.at(0).from, "UTC");
}

TEST(PnrItinerary, AFlightThatTheBookingDoesNotHaveIsPutInItsPlace) {
  const auto read =
      read_text(pnrgov("SRC'TIF+TESTOVA+MARINA:A:1'TVL+140126:2200+UTC+UTA+XX+55'"
                       "TVL+160126:0900+UTB+UTC+XX+56'"));
  const auto& legs = read.travellers.at(0).legs;
  ASSERT_EQ(legs.size(), 3u);
  EXPECT_EQ(legs[1].flight, "DZ0101");
  EXPECT_TRUE(legs[1].reported);
  EXPECT_FALSE(legs[2].reported);
}

TEST(PnrItinerary, HostileNumbersOfFlightsAreBounded) {
  std::string booking = "SRC'TIF+TESTOVA+MARINA:A:1'";
  for (int i = 0; i < 500; ++i) booking += "TVL+140126:2200+UTC+UTA+XX+55'";
  EXPECT_LE(read_text(pnrgov(booking)).travellers.at(0).legs.size(), 65u);
}

TEST(PnrItinerary, TheJourneyIsKeptAndTheFlightOfTheMessageMarked) {
  const auto read = read_text(pnrgov(
      "SRC'TIF+TESTOVA+MARINA:A:1'TVL+140126:2200:150126:0900+UTC+UTA+XX:YY+55:Y'TVL+++++808:Y'"
      "TVL+150126:1540:150126:1740+UTA+UTB+DZ+101:Y'"));
  ASSERT_EQ(read.travellers.size(), 1u);
  const auto& legs = read.travellers[0].legs;
  ASSERT_EQ(legs.size(), 2u);
  EXPECT_EQ(legs[0].flight, "XX0055");
  EXPECT_EQ(legs[0].operated_by, "YY0808");
  EXPECT_EQ(legs[0].departs, "2026-01-14T22:00");
  EXPECT_EQ(legs[0].arrives, "2026-01-15T09:00");
  EXPECT_FALSE(legs[0].reported);
  EXPECT_EQ(legs[1].flight, "DZ0101");
  EXPECT_TRUE(legs[1].reported);
}

TEST(PnrItinerary, WithoutFlightsOfItsOwnABookingIsOnThatOfTheMessage) {
  const auto read = read_text(pnrgov("SRC'TIF+TESTOVA+MARINA:A:1'"));
  ASSERT_EQ(read.travellers.at(0).legs.size(), 1u);
  EXPECT_EQ(read.travellers[0].legs[0].flight, "DZ0101");
  EXPECT_TRUE(read.travellers[0].legs[0].reported);
}

}  // namespace
}  // namespace darvaza::manifests
