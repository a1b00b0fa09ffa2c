// How a date of birth of the Solar Hijri or the Islamic calendar agrees with a Gregorian one.
#pragma once

#include <optional>
#include <string_view>

#include "darvaza/partial_date.h"
#include "scoring/calendars.h"
#include "scoring/date_agreement.h"

namespace darvaza::scoring {

/// A date of unstated calendar read in one of them.
struct HijriReading {
  std::string_view calendar;  ///< "Solar Hijri" or "Islamic"
  DaySpan days;
};

struct HijriAgreement {
  DateAgreement agreement;
  std::optional<HijriReading>
      reading;  ///< the one that agrees better; none: neither calendar has such a date
};

/// Exactly one of the two has a year of these calendars (is_hijri_year); papers of the region state
/// the year and not the calendar, so both are tried.
HijriAgreement compare_hijri(const PartialDate& asked, const BirthDate& listed);

}  // namespace darvaza::scoring
