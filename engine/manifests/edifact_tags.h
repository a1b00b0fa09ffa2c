// The segment tags of passenger messages.
//
// Source: UN/EDIFACT directories D.02B to D.15B, message type PAXLST, its US-EDIFACT form, the
// PNRGOV implementation guide, and the service segments of ISO 9735-1. They are needed where a tag
// is all there is to recognise a segment by: outside of an interchange and after a missing
// terminator.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace darvaza::manifests {

inline constexpr std::array<std::string_view, 59> kPassengerTags = {
    "UNB", "UNG", "UNH", "UNT", "UNE", "UNZ",                       // ISO 9735-1
    "ATT", "AUT", "BGM", "CNT", "COM", "CPI", "CTA", "DOC", "DTM",  // PAXLST
    "EMP", "FTX", "GEI", "GID", "LOC", "MEA", "NAD", "NAT", "QTY",  //
    "RFF", "TDT", "PDT", "UNS",                                     //
    "MSG", "ORG", "TVL", "EQN", "SRC", "RCI", "SSR", "DAT", "IFT",  // PNRGOV
    "REF", "ADD", "EBD", "TIF", "FTI", "FAR", "TKT", "MON", "PTK",  //
    "TXD", "FOP", "TRA", "RPI", "APD", "TRI", "SSD", "TBD", "ABI",  //
    "SAC", "LTS", "CRI", "POC",                                     //
};

constexpr bool is_passenger_tag(std::string_view tag) {
  return std::find(kPassengerTags.begin(), kPassengerTags.end(), tag) != kPassengerTags.end();
}

}  // namespace darvaza::manifests
