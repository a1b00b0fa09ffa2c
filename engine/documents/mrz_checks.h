// Which characters of a zone each of its check digits covers, and whether it holds.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "darvaza/mrz.h"
#include "documents/mrz_lines.h"

namespace darvaza::documents {

/// Where a zone's document number stands. Doc 9303-5 §4.2.2 note j, Doc 9303-6 §4.2.2 note j: a
/// filler in place of the check digit says that the number goes on in the optional data, up to the
/// first filler there, and that its last character is the check digit. A crew member certificate
/// has the employer's code there (Doc 9303-5 App. C), never a number.
struct MrzNumber {
  MrzField principal{};
  MrzField rest{};  ///< of a long number; else on line 0
  MrzField digit{};
  std::size_t optional_used = 0;  ///< characters of the optional data that belong to the number

  /// The number and what its check digit covers, fillers and all.
  std::string text(const MrzLines& zone) const;
};

MrzNumber number_of(const MrzLines& zone);

struct PlacedCheck {
  MrzCheck check;  ///< `repaired` is not set
  MrzField digit;
};

/// Every check digit of the format, in the order document number, birth date, expiry, optional
/// data, composite.
std::vector<PlacedCheck> checks_of(const MrzLines& zone);

}  // namespace darvaza::documents
