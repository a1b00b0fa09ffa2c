// The flight section of a PAXLST message (segment groups 2 and 3: TDT, LOC, DTM) into legs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "darvaza/read_travellers.h"
#include "darvaza/traveller.h"
#include "manifests/edifact_segment.h"
#include "manifests/paxlst_codes.h"

namespace darvaza::manifests {

/// Carrier and number with at least four digits, as in SSIM: "AA123" and ("AA", "123") are both
/// "AA0123", "U2 45A" is "U20045A". Text of another shape stays as it is.
std::string flight_designator(std::string_view carrier, std::string_view number);

/// Collects the flights of one message. Each TDT opens a flight; each LOC under it is a stop, in
/// order of travel; a DTM belongs to the stop before it. Two neighbouring stops make a leg.
/// At most kMaxStops stops are kept (D.15B allows ten flights): legs are repeated in every
/// traveller. Reads the US-EDIFACT form of these segments, too.
class FlightLegs {
 public:
  explicit FlightLegs(int reference_year) : reference_year_(reference_year) {}

  void flight(const EdifactSegment& tdt);
  /// LOC or DTM. False when it is a departure or arrival time that cannot be read.
  bool add(const EdifactSegment& segment);

  bool any() const { return !flights_.empty(); }
  std::vector<FlightLeg> legs() const;
  /// The same with the codes of places and the flight as they were written.
  std::vector<PassengerMessage::Leg> stated_legs() const;

 private:
  struct Stop {
    std::string place;
    StopKind kind = StopKind::route;
    std::string arrives, departs;
    std::string code;
  };
  struct Flight {
    std::string designator;
    std::string stated;
    std::string departs, arrives;  ///< times that stand before any place
    std::vector<Stop> stops;
  };

  void add_stop(const EdifactSegment& loc);
  bool add_time(const EdifactSegment& dtm);
  static void append_legs(Flight flight, std::vector<PassengerMessage::Leg>& legs);

  static constexpr std::size_t kMaxStops = 64;

  int reference_year_;
  std::size_t stops_ = 0;
  std::vector<Flight> flights_;
};

}  // namespace darvaza::manifests
