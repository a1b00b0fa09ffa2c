// Machine-readable zones of passports, cards and visas (ICAO Doc 9303, 8th edition).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/error.h"
#include "darvaza/traveller.h"

namespace darvaza {

enum class MrzFormat : std::uint8_t { td1, td2, td3, mrv_a, mrv_b };
std::string_view to_string(MrzFormat format);

/// One check digit of a zone and whether it holds.
struct MrzCheck {
  std::string_view field;  ///< "document number", "birth date", "expiry", "optional data", "composite"
  char expected = '0';     ///< computed from the field
  char found = '0';        ///< printed in the zone
  bool holds = false;
};

/// What a zone says. Nothing is discarded for a wrong check digit: it is reported in `checks`, and
/// in words in `problems`.
struct Mrz {
  MrzFormat format = MrzFormat::td3;
  std::string document_code;    ///< without fillers: "P", "PE", "V", "ID", "AC"
  StateCode issuing_state;      ///< as printed ("D" for Germany); may be a code that is not assigned
  std::string document_number;  ///< without fillers; long numbers of TD1 and TD2 joined
  StateCode nationality;
  PartialDate birth_date;       ///< century by the rule of `MrzOptions`
  Sex sex = Sex::unknown;
  PartialDate expires;
  /// Without trailing fillers; inner fillers stay '<'. The two fields of a TD1 are joined by one '<',
  /// and what belongs to a long document number is left out.
  std::string optional_data;
  TravellerName name;           ///< fillers turned into blanks
  std::vector<MrzCheck> checks;
  std::vector<Problem> problems;

  bool checks_hold() const;
};

struct MrzOptions {
  /// A birth date is taken as the latest year with these two digits that is not after this one.
  /// A date of expiry is taken within 50 years after or 49 before it. Set it to the current year.
  int reference_year = 2026;
};

/// Reads one zone from its two or three lines. Lines may be separated by CR, LF or both, or be run
/// together; blanks around lines are ignored, and lower case is taken as upper case. Format is
/// recognised by line count, line length and first character: 'V' is a visa, anything else is not. A
/// zone of no known shape is an error (ErrorCode::input_refused) that says which shapes exist; a zone
/// of a known shape is always read, and what is wrong with it stands in Mrz::problems, with positions
/// counted from 1 in its own lines. Thread-safe; microseconds, at most 1 KiB is looked at.
Result<Mrz> parse_mrz(std::string_view lines, const MrzOptions& options = {});

/// The traveller whom a zone describes: name, birth date, sex, nationality, the document, and the
/// zone's problems. `id` stays empty. States are given their usual code ("DEU" becomes "D"). A long
/// document number whose check digit does not hold is followed by a second document with its first
/// nine characters, because a short number beside a misread check digit looks the same.
Traveller to_traveller(const Mrz& zone);

}  // namespace darvaza
