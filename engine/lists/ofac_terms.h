// OFAC's own terms: programmes, and the kinds of parties.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace darvaza::lists {

/// "SDGT; IFSR" for the classic files' "SDGT] [IFSR".
std::string split_programs(std::string_view field);

/// The list that a file of OFAC is: "ofac-cons" when its first entry is under a programme that only
/// exists outside the SDN list (NS-PLC and whatever begins with "NS-", CMIC-EO13959, ...),
/// otherwise "ofac-sdn". Both publications have the same form and do not name themselves.
/// `programs` is of the form "A; B".
std::string_view ofac_list(std::string_view programs);

enum class OfacParty : std::uint8_t { person, not_person, unknown };

/// "Individual" is a person; "Entity" (in the classic files: empty), "Vessel" and "Aircraft" are
/// not. Any other word is unknown: it may be a person whom a changed format hides.
OfacParty ofac_party(std::string_view sdn_type);

}  // namespace darvaza::lists
