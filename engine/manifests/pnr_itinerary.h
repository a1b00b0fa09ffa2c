// The flights of a PNRGOV message: segments TVL.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "darvaza/traveller.h"
#include "manifests/edifact_segment.h"

namespace darvaza::manifests {

/// The leg that a TVL describes, all times local. Nothing when it names neither a place nor a
/// carrier (an open segment, surface travel, or the flight that operates the one before).
/// `readable` becomes false when a date or time cannot be read.
std::optional<FlightLeg> read_leg(const EdifactSegment& tvl, int reference_year, bool& readable);

/// The journey of one booking.
class PnrItinerary {
 public:
  static constexpr std::size_t kMaxLegs = 64;

  explicit PnrItinerary(int reference_year) : reference_year_(reference_year) {}

  /// Adds the flight that `tvl` describes, or, to the flight before, who operates it. False when a
  /// date cannot be read.
  bool add(const EdifactSegment& tvl);

  /// The number of the leg that was added last; npos before the first.
  std::size_t current() const { return legs_.size() - 1; }

  const std::vector<FlightLeg>& legs() const { return legs_; }  ///< in order of the booking

  /// Marks `flight`, the one that the message is about, among the legs of a journey; adds it in its
  /// place when it is not there. Code shares: it may bear another carrier's number in the booking.
  static void mark(std::vector<FlightLeg>& legs, const std::optional<FlightLeg>& flight);

 private:
  int reference_year_;
  std::vector<FlightLeg> legs_;
};

}  // namespace darvaza::manifests
