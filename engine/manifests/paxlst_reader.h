// PAXLST, the passenger list message (UN/EDIFACT D.02B to D.15B, and its US-EDIFACT form): the
// third layer.
//
// One tolerant grammar reads all versions. A traveller begins with NAD and lasts until the next
// one; before the first, TDT, LOC and DTM describe the flights. Nothing depends on the order of
// segments inside a traveller, and no code that is unknown costs a traveller.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "darvaza/read_travellers.h"
#include "darvaza/traveller.h"
#include "manifests/edifact_envelope.h"
#include "manifests/flight_legs.h"
#include "manifests/manifest_sink.h"
#include "manifests/paxlst_traveller.h"

namespace darvaza::manifests {

class PaxlstReader : public MessageReader {
 public:
  /// `options` must outlive the reader.
  PaxlstReader(const ManifestOptions& options, ManifestSink& sink)
      : options_(options), sink_(sink), flights_(options.reference_year) {}

  Result<void> begin(const MessageHeader& header) override;
  void segment(const EdifactSegment& segment) override;
  void end(bool whole) override;

 private:
  void announce();
  void deliver(Traveller&& traveller, std::string_view seat);
  void read_us_party(const EdifactSegment& pdt);
  void open_party(const EdifactSegment& nad);
  void close_party();
  void in_flight_section(const EdifactSegment& segment);
  void check_total(const EdifactSegment& cnt);
  void check_hidden_party(const EdifactSegment& segment);

  const ManifestOptions& options_;
  ManifestSink& sink_;
  PassengerMessage message_;
  bool announced_ = false;         ///< message_begins was called
  std::uint64_t lost_before_ = 0;  ///< the sink's losses when the message began
  PaxlstContext context_;
  FlightLegs flights_;
  std::optional<PaxlstTraveller> party_;  ///< a traveller, or a party that may turn out to be one
  bool reporting_party_ = false;          ///< `party_` is NAD+MS
  std::uint64_t passengers_ = 0, crew_ = 0;
};

}  // namespace darvaza::manifests
