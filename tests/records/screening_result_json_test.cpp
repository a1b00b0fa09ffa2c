#include <gtest/gtest.h>

#include "darvaza/screening_result.h"

namespace darvaza {
namespace {

TEST(ScreeningResultJson, AnEmptyAnswerHasAllMembers) {
  ScreeningResult answer;
  answer.id = "7";
  EXPECT_EQ(to_json(answer),
            R"({"id": "7", "decision": "incomplete", "complete": false, "candidates": [], )"
            R"("documents": [], "problems": [], "flights": []})");
}

TEST(ScreeningResultJson, FlightsComeLast) {
  ScreeningResult answer;
  FlightLeg leg;
  leg.flight = "XX1303";
  leg.operated_by = "DZ0303";
  leg.from = "UTA";
  leg.to = "UTB";
  leg.departs = "2026-01-17T15:40";
  leg.seat = "14C";
  leg.reported = true;
  answer.flights.push_back(leg);
  EXPECT_TRUE(to_json(answer).ends_with(
      R"("flights": [{"flight": "XX1303", "operated_by": "DZ0303", "from": "UTA", "to": "UTB", )"
      R"("departs": "2026-01-17T15:40", "arrives": "", "seat": "14C", "reported": true}]})"));
}

}  // namespace
}  // namespace darvaza
