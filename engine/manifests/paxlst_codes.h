// The code values by which a PAXLST message says what a segment is about.
//
// Source: UN/EDIFACT directory D.15B (unchanged since D.02B for these) and the WCO/IATA/ICAO API
// guidelines, appendix IIA. Values that are not here carry no fact about a traveller that Darvaza
// uses, and are passed over.
#pragma once

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

#include "darvaza/traveller.h"

namespace darvaza::manifests {

/// NAD 3035, party function: the parties that are travellers.
struct PartyRole {
  std::string_view code;
  TravellerRole role;
};
inline constexpr PartyRole kPartyRoles[] = {
    {"FL", TravellerRole::passenger},
    {"FM", TravellerRole::crew},
    {"DDU", TravellerRole::transit_passenger},
    {"DDT", TravellerRole::transit_crew},
};
constexpr std::optional<TravellerRole> party_role(std::string_view code) {
  const auto* found = std::find_if(std::begin(kPartyRoles), std::end(kPartyRoles),
                                   [&](const PartyRole& known) { return known.code == code; });
  if (found == std::end(kPartyRoles)) return std::nullopt;
  return found->role;
}
inline constexpr std::string_view kReportingParty = "MS";

/// DTM 2005, date or time function.
inline constexpr std::string_view kBirthDate = "329";
inline constexpr std::string_view kExpiryDate = "36";
inline constexpr std::string_view kIssueDate = "182";
inline constexpr std::string_view kDeparture = "189";
inline constexpr std::string_view kArrival = "232";
/// The same in the US-EDIFACT form of the message.
inline constexpr std::string_view kUsDeparture = "136";
inline constexpr std::string_view kUsArrival = "132";

/// LOC 3227, location function.
inline constexpr std::string_view kBirthPlace = "180";
inline constexpr std::string_view kIssuer = "91";

/// LOC 3227 in the flight section, and what the aircraft does there. 92 is any place on the route.
enum class StopKind { departure, arrival, route };
struct StopCode {
  std::string_view code;
  StopKind kind;
};
inline constexpr StopCode kStopCodes[] = {
    {"5", StopKind::departure},    // place of departure
    {"125", StopKind::departure},  // last foreign place of call
    {"8", StopKind::arrival},      // place of destination
    {"87", StopKind::arrival},     // place of initial arrival
    {"130", StopKind::arrival},    // place of ultimate destination
};
constexpr StopKind stop_kind(std::string_view code) {
  while (code.starts_with('0')) code.remove_prefix(1);  // US-EDIFACT: "005", "008"
  const auto* found = std::find_if(std::begin(kStopCodes), std::end(kStopCodes),
                                   [&](const StopCode& known) { return known.code == code; });
  return found == std::end(kStopCodes) ? StopKind::route : found->kind;
}

/// RFF 1153, references: the number of the reservation (PNR locator), the traveller's own, the
/// seat; of the message, the transaction that an answer must name.
inline constexpr std::string_view kReservation = "AVF";
inline constexpr std::string_view kTravellerReference = "ABO";
inline constexpr std::string_view kSeat = "SEA";
inline constexpr std::string_view kTransaction = "TN";

/// MEA 6311: pieces of baggage.
inline constexpr std::string_view kPieces = "CT";

/// CNT 6069, control totals.
inline constexpr std::string_view kCrewTotal = "41";
inline constexpr std::string_view kPassengerTotal = "42";

/// Components of these lengths fill element 3036 (an..35 until D.05B, an..70 since): the name in
/// them may have been cut.
inline constexpr std::size_t kNameComponentLimits[] = {35, 70};

}  // namespace darvaza::manifests
