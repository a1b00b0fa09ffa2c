#include "manifests/flight_legs.h"

#include <gtest/gtest.h>

#include "manifests/read_text.h"

namespace darvaza::manifests {
namespace {

/// The legs of one passenger after `flights`, as "XX0001 AAA 2007-02-19T15:40 BBB …".
std::string legs_of(const std::string& flights) {
  const auto read = read_text(interchange(flights + "NAD+FL+++TESTOVA:MARINA'", 0));
  std::string text;
  for (const FlightLeg& leg : read.travellers.at(0).legs) {
    text += (text.empty() ? "" : " | ") + leg.flight + ' ' + leg.from + ' ' + leg.departs + ' ' +
            leg.to + ' ' + leg.arrives;
  }
  return text;
}

TEST(FlightDesignator, IsTheCarrierAndFourDigits) {
  EXPECT_EQ(flight_designator("AA", "AA123"), "AA0123");
  EXPECT_EQ(flight_designator("AA", "123"), "AA0123");
  EXPECT_EQ(flight_designator("", "UA0989"), "UA0989");
  EXPECT_EQ(flight_designator("", "3U8888"), "3U8888");
  EXPECT_EQ(flight_designator("U2", "U2 45A"), "U20045A");
  EXPECT_EQ(flight_designator("", "XYZ45"), "XYZ0045");
  EXPECT_EQ(flight_designator("", "PRIVATE"), "PRIVATE");
  EXPECT_EQ(flight_designator("", ""), "");
}

TEST(FlightLegs, LastForeignPortAndFirstArrivalMakeALeg) {
  EXPECT_EQ(legs_of("TDT+20+XX123+++XX'LOC+125+AAA'DTM+189:2701271725:201'LOC+87+BBB'"
                    "DTM+232: 2701280710:201'"),
            "XX0123 AAA 2027-01-27T17:25 BBB 2027-01-28T07:10");
}

TEST(FlightLegs, EachFlightHasItsOwnLeg) {
  EXPECT_EQ(legs_of("TDT+20+XX1'LOC+92+AAA'DTM+189:0702191540:201'LOC+92+BBB'"
                    "DTM+232:0702191740:201'TDT+20+XX2'LOC+92+BBB'LOC+92+CCC'"),
            "XX0001 AAA 2007-02-19T15:40 BBB 2007-02-19T17:40 | XX0002 BBB  CCC ");
}

TEST(FlightLegs, OneFlightMayStopOnTheWay) {
  EXPECT_EQ(legs_of("TDT+20+XX1'LOC+92+AAA'DTM+189:0702190100'LOC+92+BBB'DTM+232:0702190200'"
                    "DTM+189:0702190300'LOC+92+BBB'LOC+92+CCC'DTM+232:0702190400'"),
            "XX0001 AAA 2007-02-19T01:00 BBB 2007-02-19T02:00 | "
            "XX0001 BBB 2007-02-19T03:00 CCC 2007-02-19T04:00");
}

TEST(FlightLegs, TimesTellWhichPlaceIsWhichWhenTheOrderIsWrong) {
  EXPECT_EQ(legs_of("TDT+20+XX1'LOC+87+BBB'DTM+232:0702190200'LOC+22+AAA'DTM+189:0702190100'"),
            "XX0001 AAA 2007-02-19T01:00 BBB 2007-02-19T02:00");
}

TEST(FlightLegs, AFlightWithoutPlacesIsStillALeg) {
  EXPECT_EQ(legs_of("TDT+20+XX1'"), "XX0001    ");
  EXPECT_EQ(legs_of("TDT+20+XX1'LOC+87+BBB'"), "XX0001   BBB ");
  EXPECT_EQ(legs_of(""), "");
}

TEST(FlightLegs, ATimeThatCannotBeReadIsReported) {
  const auto read = read_text(interchange("TDT+20+XX1'LOC+125+AAA'DTM+189:yesterday'", 3));
  EXPECT_TRUE(read.says("segment 7 (DTM)"));
}

TEST(FlightLegs, HostileNumbersOfStopsAreBounded) {
  std::string flights;
  for (int i = 0; i < 500; ++i) flights += "TDT+20+XX1'LOC+92+AAA'LOC+92+BBB'LOC+92+CCC'";
  const auto read = read_text(interchange(flights + "NAD+FL+++TESTOVA:MARINA'", 0));
  EXPECT_LE(read.travellers.at(0).legs.size(), 128u);
}

}  // namespace
}  // namespace darvaza::manifests
