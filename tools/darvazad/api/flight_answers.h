// The answers to a passenger list, gathered by flight.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "answering/flight_key.h"
#include "darvaza/read_travellers.h"
#include "darvaza/screening_result.h"

namespace darvaza::daemon {

/// Holds all answers: memory grows with the list, whose size is limited. Not thread-safe.
class FlightAnswers {
 public:
  /// `answer` is the traveller's, as JSON.
  void add(const Traveller& traveller, Decision decision, const std::string& answer);

  /// One JSON object, fields as in docs/daemon.md; flights by date, number and places, travellers
  /// in the order of the list.
  std::string json(const ManifestSummary& summary) const;

 private:
  struct Flight {
    std::array<std::uint64_t, 4> decisions{};  ///< how many, by Decision
    std::string answers;                       ///< separated by commas
  };
  std::map<tool::FlightKey, Flight> flights_;
};

}  // namespace darvaza::daemon
