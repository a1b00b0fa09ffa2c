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
  std::string_view
      field;            ///< "document number", "birth date", "expiry", "optional data", "composite"
  char expected = '0';  ///< computed from the field
  char found = '0';     ///< printed in the zone
  bool holds = false;   ///< as printed
  bool repaired =
      false;  ///< does not hold as printed, but does over what is read instead (`Mrz::repairs`)
};

/// One character that the optical reader took for another, and what is read instead.
struct MrzRepair {
  int line = 0;      ///< counted from 1
  int position = 0;  ///< counted from 1
  char found = '<';
  char taken = '<';
  std::string_view field;  ///< "name", "document number", "birth date", ...; static storage
};

/// What a zone says. Nothing is discarded for a wrong check digit: it is reported in `checks`, and
/// in words in `problems`. Fields are read from the repaired zone, `checks` from the printed one.
struct Mrz {
  MrzFormat format = MrzFormat::td3;
  std::string document_code;  ///< without fillers: "P", "PE", "V", "ID", "AC"
  StateCode issuing_state;    ///< as printed ("D" for Germany); may be a code that is not assigned
  std::string document_number;  ///< without fillers; long numbers of TD1 and TD2 joined
  std::string printed_number;   ///< the same before repairs; empty when nothing of it was repaired
  StateCode nationality;
  PartialDate birth_date;  ///< century by the rule of `MrzOptions`
  Sex sex = Sex::unknown;
  PartialDate expires;
  /// Without trailing fillers; inner fillers stay '<'. The two fields of a TD1 are joined by one
  /// '<', and what belongs to a long document number is left out.
  std::string optional_data;
  /// The holder's personal number in the optional data, where the issuing State is known to put one
  /// there and its own check rule does not fail; else empty. It settles the century of the birth
  /// date where both agree.
  std::string personal_number;
  PartialDate personal_birth_date;  ///< what the personal number says; unknown when it says nothing
  Sex personal_sex = Sex::unknown;
  std::string employer;  ///< of a crew member certificate: IATA or ICAO code (Doc 9303-5 App. C)
  TravellerName name;    ///< fillers turned into blanks
  /// The name in Arabic letters where the zone holds their X-escapes (Doc 9303-3 §6.C); else empty.
  TravellerName arabic_name;
  std::vector<MrzCheck> checks;
  std::vector<MrzRepair> repairs;  ///< in the order of the lines
  std::vector<Problem> problems;

  bool checks_hold() const;
};

/// Which century two digits of a year belong to: Doc 9303 has no rule.
struct MrzOptions {
  int reference_year = 2026;  ///< set it to the current year
  /// A birth date is taken as the latest year with these two digits in which the holder turns at
  /// least this old by the reference year. 0 to 99; others count as the nearest.
  int youngest_age = 0;
  /// A date of expiry is taken as the latest year with these digits that is at most so many years
  /// after the reference year. 0 to 99; others count as the nearest.
  int expiry_years_ahead = 50;
};

/// Reads one zone from its two or three lines, as readers deliver it: lines separated by CR, LF,
/// other control characters or blanks, or run together; blanks in place of fillers; fillers missing
/// at the end of a line; control characters of keyboard wedges around and between; lower case.
/// Format is recognised by line count, line length and first character: 'V' is a visa, anything
/// else is not. A zone of no known shape is an error (ErrorCode::input_refused) that says which
/// shapes exist; a zone of a known shape is always read, and what is wrong with it stands in
/// Mrz::problems, with positions counted from 1 in its own lines.
///
/// Letters in fields of digits, digits in fields of letters, fillers read as K and single
/// confusable characters of the document number are repaired; where the field has a check digit,
/// only when it then holds, and the document number only when one repair alone does it and the
/// composite digit agrees. docs/mrz.md has the rules. Thread-safe; microseconds, at most 1 KiB is
/// looked at.
Result<Mrz> parse_mrz(std::string_view lines, const MrzOptions& options = {});

/// The traveller whom a zone describes: name (and the same in Arabic letters), birth date, sex,
/// nationality, the document, and the zone's problems. `id` stays empty. States are given their
/// usual code ("DEU" becomes "D"). A repaired document number is followed by a document with the
/// number as printed. A long one whose check digit does not hold is followed by one with its first
/// nine characters, because a short number beside a misread check digit looks the same. A personal
/// number is the last document, of type "personal number".
Traveller to_traveller(const Mrz& zone);

/// What a zone says as one JSON object without line end, fields as in docs/json.md.
std::string to_json(const Mrz& zone);

}  // namespace darvaza
