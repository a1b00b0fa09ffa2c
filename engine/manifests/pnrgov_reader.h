// PNRGOV, the passenger name records that a carrier sends to a State (PADIS 10.1 to 15.1 and
// later): the third layer.
//
// MSG, ORG and a TVL say what the message is about: one flight. Then each booking begins with SRC
// and has RCI (locator), requests (SSR) about all of it, passengers (TIF with what follows),
// flights (TVL with seats and check-ins), bookings split off (EQN, RCI), other products (MSG), and
// the history (ABI or SAC), which names who was cancelled or renamed. Nothing depends on segments
// that are not needed to tell these parts apart.
//
// Source: PNRGOV EDIFACT implementation guide of IATA, ICAO and WCO; segment groups 1 to 12.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "darvaza/read_travellers.h"
#include "darvaza/traveller.h"
#include "manifests/edifact_envelope.h"
#include "manifests/manifest_sink.h"
#include "manifests/pnr_booking.h"

namespace darvaza::manifests {

class PnrgovReader : public MessageReader {
 public:
  PnrgovReader(int reference_year, ManifestSink& sink)
      : reference_year_(reference_year), sink_(sink) {}

  Result<void> begin(const MessageHeader& header) override;
  void segment(const EdifactSegment& segment) override;
  void end(bool whole) override;

 private:
  enum class Part { opening, passengers, flights, products, history };

  void open_booking();
  void close_booking(bool whole);
  void read_passenger(const EdifactSegment& tif);
  void read_flight(const EdifactSegment& tvl);
  void read_locator(const EdifactSegment& rci);
  void read_count(const EdifactSegment& eqn);
  void check_count();
  void check_hidden_passenger(const EdifactSegment& segment);

  int reference_year_;
  ManifestSink& sink_;
  PnrContext context_;
  std::optional<FlightLeg> flight_;  ///< what the message is about
  std::optional<PnrBooking> booking_;
  Part part_ = Part::opening;
  bool split_follows_ = false;   ///< EQN was the segment before
  std::uint64_t announced_ = 0, bookings_ = 0;  ///< how many bookings the message says to hold, and holds
  std::string announced_place_;
  std::uint64_t forgotten_ = 0;  ///< names in histories that are no travellers any more
  std::string forgotten_place_;
};

}  // namespace darvaza::manifests
