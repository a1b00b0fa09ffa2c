// Dates of the calendars of the region as Gregorian ones. Small arithmetic, no tables of kings.
#pragma once

#include <cstdint>
#include <optional>

#include "darvaza/partial_date.h"

namespace darvaza::scoring {

/// The days, both inclusive and both full Gregorian dates, that a date given in full or in part
/// covers.
struct DaySpan {
  PartialDate first;
  PartialDate last;
  bool is_day() const { return first == last; }
};

/// Whether a year cannot be the Gregorian year of a living person's birth, but can be one of the
/// Solar Hijri calendar (Iran, Afghanistan) or of the Islamic one: 1200 to 1499.
constexpr bool is_hijri_year(int year) { return year >= 1200 && year < 1500; }

/// A Solar Hijri date: the day, or the days of the month or year where no more is known. Leap years
/// by the rule of the 33-year cycle, which first leaves the observed calendar in 1502, after the
/// years taken here. Afghanistan's months have other names and, in our time, the same lengths; its
/// leap years were not always Iran's, so that a date written there may be a day off. Nothing for a
/// day that the calendar does not have.
std::optional<DaySpan> from_solar_hijri(const PartialDate& date);

/// The same for the Islamic (lunar) calendar in its tabular, civil form: leap years 2, 5, 7, 10,
/// 13, 16, 18, 21, 24, 26 and 29 of 30, the first day 16 July 622 (Julian). In life a month begins
/// when its moon is seen: the day may be one or two off.
std::optional<DaySpan> from_islamic(const PartialDate& date);

/// Days from one full Gregorian date to another.
std::int32_t days_between(const PartialDate& from, const PartialDate& to);

}  // namespace darvaza::scoring
