// By what travellers of one flight are put together.
#pragma once

#include <string>
#include <tuple>

#include "darvaza/traveller.h"

namespace darvaza::tool {

/// The flights that the traveller's message is about (FlightLeg::reported); several of one message
/// are one, "QQ0877/QQ0827", so that every traveller is counted once. All empty without a flight.
struct FlightKey {
  std::string date;     ///< of departure: "2026-01-15"
  std::string flights;  ///< as flown
  std::string from, to;

  friend bool operator<(const FlightKey& a, const FlightKey& b) {
    return std::tie(a.date, a.flights, a.from, a.to) < std::tie(b.date, b.flights, b.from, b.to);
  }
};

FlightKey flight_key(const Traveller& traveller);

}  // namespace darvaza::tool
