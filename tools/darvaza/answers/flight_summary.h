// How many travellers of each flight were screened, and with what answers.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "darvaza/screening_result.h"
#include "darvaza/traveller.h"

namespace darvaza::tool {

/// Counts by the flight that the traveller's message is about (flight_key). Travellers without a
/// flight share a row without one, as do those of further flights beyond kMostFlights: memory stays
/// bounded. Not thread-safe.
class FlightSummary {
 public:
  static constexpr std::size_t kMostFlights = 100'000;

  void add(const std::string& manifest, const Traveller& traveller, const ScreeningResult& answer);

  /// To be called after the last traveller of each manifest. `problems` are those of the manifest
  /// itself; they count for each of its flights. `complete` is false when it was refused or broke
  /// off: its flights are marked, and one that gave no traveller gets a row of its own.
  void end_manifest(const std::string& manifest, std::uint64_t problems, bool complete);

  /// With a header row: flight, date, from, to, travellers, hit, review, incomplete, clear,
  /// problems, complete, manifest; in order of date, flight and places.
  std::string csv() const;
  std::string table() const;  ///< the same for people

 private:
  /// Date, flights, first and last place; the last part tells rows of failed manifests apart.
  using Key = std::tuple<std::string, std::string, std::string, std::string, std::string>;
  struct Row {
    std::map<Decision, std::uint64_t> answers;
    std::uint64_t problems = 0;
    bool complete = true;
    std::string manifest;  ///< the first one
    std::uint64_t manifests = 0;
  };

  static Key key_of(const Traveller& traveller);
  template <typename Write>
  void for_each_row(Write&& write) const;

  std::map<Key, Row> rows_;
  std::set<Key> touched_;  ///< by the manifest in hand
};

}  // namespace darvaza::tool
