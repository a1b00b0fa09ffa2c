// Dates of two-digit years.
#pragma once

#include <string_view>

#include "darvaza/partial_date.h"

namespace darvaza::documents {

struct MrzDate {
  PartialDate date;          ///< as much of it as makes sense
  std::string_view problem;  ///< what was wrong with the rest; empty: nothing. Static storage.
};

/// The latest year with these last two digits that is not after `last_year`.
int year_not_after(int last_year, int two_digits);

/// Nobody is born after `reference_year`; a document expires within 50 years after or 49 before it.
inline int century_of_birth(int two_digits, int reference_year) {
  return year_not_after(reference_year, two_digits);
}
inline int century_of_expiry(int two_digits, int reference_year) {
  constexpr int kYearsAhead = 50;
  return year_not_after(reference_year + kYearsAhead, two_digits);
}

/// Reads YYMMDD with unknown parts as "<<" (Doc 9303-3 §4.8); `field` has six characters, and the
/// year is not after `last_year`. Of a date that does not exist the longest part that can be right
/// is kept. A day without a month, and everything without a year, counts as unknown. "00" for a
/// month or day is taken as unknown and reported.
MrzDate parse_mrz_date(std::string_view field, int last_year);

}  // namespace darvaza::documents
