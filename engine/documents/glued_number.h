// Numbers that were presented with more than themselves: what readers of machine-readable zones deliver with them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "darvaza/state_code.h"

namespace darvaza::documents {

struct GluedNumber {
  std::string number;  ///< normalised
  StateCode state;     ///< whose code stood before it; empty: its check digit stood behind it
};

/// The other readings of a number as presented: without a last digit that is the check digit (Doc 9303-3 §4.9) of what stands before it,
/// without the code of a State before it, and without both. At most three; one number in ten ends in such a digit by chance. What remains has at least six characters. Thread-safe.
std::vector<GluedNumber> glued_numbers(std::string_view presented);

}  // namespace darvaza::documents
