// What optical readers take for something else in a zone, put right where field class and check
// digits agree.
#pragma once

#include <vector>

#include "darvaza/mrz.h"
#include "documents/mrz_lines.h"

namespace darvaza::documents {

struct RepairedMrz {
  MrzLines zone;                   ///< without the printed zone's problems
  std::vector<MrzRepair> repairs;  ///< every character that differs from the printed zone's
};

/// Repairs, in this order:
///
/// - fillers read as letters at the end of the name (K, L or C four times in a row, or alone among
/// fillers), and where a
///   reader writes K for every filler the separator of the name and the end of other fields;
/// - digits in document code, State codes and name, read as the letters that they look like; of a
/// State code only when
///   that gives one that is assigned;
/// - letters in dates and their check digits, read as the digits that they look like, when the
/// check
///   digit then holds;
/// - the same in the optional data of a passport, all letters at once;
/// - one letter of the document number read as a digit of its group of confusable characters, or
/// the other way round, or a
///   letter for its check digit, when the check digit then holds and no other such repair makes it
///   hold. Where the format has a composite digit this repair and the one before it stand only if
///   that holds, too, at the end.
///
/// A zone whose check digits hold and whose fields are of their class is left as it is.
/// Thread-safe; a few microseconds.
RepairedMrz repair_mrz(const MrzLines& printed);

}  // namespace darvaza::documents
