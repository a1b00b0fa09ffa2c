#include "answering/flight_key.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace darvaza::tool {
namespace {

/// Who flies it, if the number is known: the message is about that flight.
std::string_view flown_as(const FlightLeg& leg) {
  return leg.operated_by.size() > 3 ? leg.operated_by : leg.flight;
}

}  // namespace

FlightKey flight_key(const Traveller& traveller) {
  FlightKey key;
  std::vector<std::string_view> flights;
  for (const FlightLeg& leg : traveller.legs) {
    if (!leg.reported) continue;
    if (flights.empty()) {
      key.date = leg.departs.substr(0, 10);
      key.from = leg.from;
    }
    key.to = leg.to;
    const std::string_view flight = flown_as(leg);
    if (std::find(flights.begin(), flights.end(), flight) == flights.end()) {
      flights.push_back(flight);
    }
  }
  key.flights = fmt::format("{}", fmt::join(flights, "/"));
  return key;
}

}  // namespace darvaza::tool
