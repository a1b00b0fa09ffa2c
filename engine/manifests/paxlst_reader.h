// PAXLST, the passenger list message (UN/EDIFACT D.02B to D.15B): the third layer.
//
// One tolerant grammar reads all versions. A traveller begins with NAD and lasts until the next
// one; before the first, TDT, LOC and DTM describe the flights. Nothing depends on the order of
// segments inside a traveller, and no code that is unknown costs a traveller.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "darvaza/traveller.h"
#include "manifests/edifact_envelope.h"
#include "manifests/flight_legs.h"
#include "manifests/manifest_sink.h"
#include "manifests/paxlst_traveller.h"

namespace darvaza::manifests {

class PaxlstReader : public MessageReader {
 public:
  PaxlstReader(int reference_year, ManifestSink& sink)
      : reference_year_(reference_year), sink_(sink), flights_(reference_year) {}

  Result<void> begin(const MessageHeader& header) override;
  void segment(const EdifactSegment& segment) override;
  void end(bool whole) override;

 private:
  void open_party(const EdifactSegment& nad);
  void close_party();
  void in_flight_section(const EdifactSegment& segment);
  void check_total(const EdifactSegment& cnt);
  void check_hidden_party(const EdifactSegment& segment);

  int reference_year_;
  ManifestSink& sink_;
  PaxlstContext context_;
  FlightLegs flights_;
  std::optional<PaxlstTraveller> party_;  ///< a traveller, or a party that may turn out to be one
  bool reporting_party_ = false;          ///< `party_` is NAD+MS
  std::uint64_t passengers_ = 0, crew_ = 0;
};

}  // namespace darvaza::manifests
