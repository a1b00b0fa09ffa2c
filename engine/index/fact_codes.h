// What a posting says of its entry's facts, in one byte each: enough to rule most entries out unread.
#pragma once

#include <cstdint>
#include <span>

#include "darvaza/partial_date.h"

namespace darvaza::index {

/// Years from kFirstYear to kLastYear are 1, 2, ...; kNoYear: no date is listed; kAnyYear: several dates, a range, an
/// approximate one, or a year outside: anything may agree.
using YearCode = std::uint8_t;
inline constexpr YearCode kNoYear = 0, kAnyYear = 255;
inline constexpr int kFirstYear = 1850, kLastYear = kFirstYear + kAnyYear - 2;

constexpr YearCode year_code(int year) {
  return year < kFirstYear || year > kLastYear ? kAnyYear : static_cast<YearCode>(year - kFirstYear + 1);
}

/// Month and day of a full date, folded: different days may share a code. kNoDay: the day is not listed.
using DayCode = std::uint8_t;
inline constexpr DayCode kNoDay = 0;

constexpr DayCode day_code(int month, int day) { return static_cast<DayCode>(1 + (month * 31 + day) % 255); }

/// Codes of nationalities: the place, from 1, in the index's table of States; kNoState: none is listed;
/// kAnyState: several, or one beyond the table.
using StateNumber = std::uint8_t;
inline constexpr StateNumber kNoState = 0, kAnyState = 255;

struct DateCodes {
  YearCode year = kNoYear;
  DayCode day = kNoDay;
};
DateCodes date_codes(std::span<const BirthDate> listed);

}  // namespace darvaza::index
