// Who is at the border: what a passport reader, a carrier's message or a form says of one person.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "darvaza/partial_date.h"
#include "darvaza/state_code.h"
#include "darvaza/watchlist_entry.h"

namespace darvaza {

/// One spelling of the traveller's name. Doc 9303 speaks of a primary identifier (usually the
/// surname) and a secondary one (usually the given names); which part is which differs between
/// States, so nothing here relies on it. A name that came in one piece stands in `primary`.
struct TravellerName {
  std::string primary;
  std::string secondary;
  /// The name filled its machine-readable field to the last position, so that any token may have
  /// been cut and later ones may be missing (Doc 9303-4 §4.2.3).
  bool may_be_truncated = false;

  std::string full() const {
    return secondary.empty() ? primary : (primary.empty() ? secondary : secondary + ' ' + primary);
  }
};

struct TravelDocument {
  std::string number;       ///< as presented
  std::string type;         ///< "P", "PE", "V", "I", ... as presented; may be empty
  StateCode issuing_state;  ///< empty: unknown
  PartialDate expires;
  PartialDate issued = {};
  std::string issued_at = {};  ///< place of issue as presented, "LONDON"; screening does not use it
};

/// One flight of the traveller's journey, as the carrier's message gives it.
struct FlightLeg {
  std::string flight;   ///< carrier and number, "AA0123"; empty: not stated
  std::string from;     ///< IATA location code
  std::string to;       ///< IATA location code
  std::string departs;  ///< local time, "2007-02-19T15:40"; empty: not stated
  std::string arrives;  ///< likewise
  std::string operated_by =
      {};                 ///< code-share: who flies it, "SQ" or "SQ0609"; empty: the carrier itself
  std::string seat = {};  ///< the traveller's, "22C"; empty: not stated
  bool reported = false;  ///< the message is about this flight; false: the journey's other legs
};

struct TravellerAddress {
  std::string type;  ///< "R" residence, "D" destination; empty: not stated
  StateCode state;   ///< empty: unknown
  std::string text;  ///< street, city, region, postal code as presented, separated by ", "
};

enum class TravellerRole : std::uint8_t { passenger, crew, transit_passenger, transit_crew };

/// Something that could not be read or understood. It never costs the traveller their screening:
/// it travels beside them into the answer. Holds no personal data.
struct Problem {
  std::string where;  ///< "line 7", "segment 12 (DTM), byte 482"; empty: about the whole record
  std::string text;   ///< what was found and what was expected
};

struct Traveller {
  std::string id;  ///< the caller's own; readers that find none number the records "1", "2", ...
  std::vector<TravellerName> names;  ///< different spellings of one person's name; may be empty
  std::string father_name;
  PartialDate birth_date;
  /// The date was read beside a check digit that does not hold: that it differs from a listed one says less.
  bool birth_date_doubtful = false;
  Sex sex = Sex::unknown;
  std::vector<StateCode> nationalities;
  std::string birth_place;
  std::vector<TravelDocument> documents;
  TravellerRole role = TravellerRole::passenger;
  std::string locator;                        ///< the carrier's booking reference (PNR locator)
  std::vector<std::string> related_locators;  ///< bookings that this one was split from or into
  std::string reference;        ///< by which the carrier knows this traveller in its message
  std::vector<FlightLeg> legs;  ///< in order of travel
  std::vector<TravellerAddress> addresses;
  std::uint16_t bags = 0;  ///< pieces of checked baggage; 0: none or not stated
  std::vector<Problem> problems;
};

}  // namespace darvaza
