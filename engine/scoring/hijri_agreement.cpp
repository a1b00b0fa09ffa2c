#include "scoring/hijri_agreement.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace darvaza::scoring {
namespace {

/// As for dates of one calendar (date_agreement.cpp), less for having tried two readings. A year
/// covers parts of two Gregorian ones and says less by ln 2.
constexpr DateAgreement kSameDay{5300, "same date"};
constexpr DateAgreement kDayOfSlack{4500, "same date within a day or two"};
constexpr DateAgreement kMonth{3500, "same month"};
constexpr DateAgreement kYear{2000, "same year, no more known"};
constexpr DateAgreement kYears{1000, "inside the same years"};
constexpr DateAgreement kCirca{1300, "near the approximate date"};
constexpr DateAgreement kNear{-700, "within a year"};
constexpr DateAgreement kFar{-2200, "few years apart"};
constexpr DateAgreement kContradiction{-4000, "another date in either calendar"};

constexpr std::int32_t kYearDays = 366;
constexpr std::int32_t kFewYearsDays = 3 * kYearDays;

struct Calendar {
  std::string_view name;
  std::optional<DaySpan> (*convert)(const PartialDate&);
  std::int32_t slack_days;  ///< how far the rule may be from the calendar as it was kept
};
constexpr std::array kCalendars{Calendar{"Solar Hijri", from_solar_hijri, 1},
                                Calendar{"Islamic", from_islamic, 2}};

/// The first day of a year stands for "day unknown" in registers of every calendar.
PartialDate without_unknown_day(const PartialDate& date) {
  return date.month == 1 && date.day == 1 ? PartialDate{date.year, 0, 0} : date;
}

/// The days that a Gregorian date leaves open; nothing for one that does not exist.
std::optional<DaySpan> from_gregorian(const PartialDate& date) {
  if (!date.known() || !is_valid(date)) return std::nullopt;
  if (date.full()) return DaySpan{date, date};
  const std::uint8_t first_month = date.month == 0 ? 1 : date.month,
                     last_month = date.month == 0 ? 12 : date.month;
  PartialDate last{date.year, last_month, 31};
  while (!is_valid(last)) --last.day;
  return DaySpan{{date.year, first_month, 1}, last};
}

std::optional<DaySpan> days_of(const BirthDate& date,
                               std::optional<DaySpan> (*convert)(const PartialDate&)) {
  const std::optional<DaySpan> first = convert(without_unknown_day(date.first));
  const std::optional<DaySpan> last = convert(without_unknown_day(date.last));
  if (!first || !last) return std::nullopt;
  return DaySpan{first->first, last->last};
}

std::int32_t length(const DaySpan& days) { return days_between(days.first, days.last) + 1; }

/// Days between two spans; 0 or less when they share one.
std::int32_t gap(const DaySpan& a, const DaySpan& b) {
  return std::max(days_between(a.last, b.first), days_between(b.last, a.first));
}

DateAgreement compare_spans(const DaySpan& a, const DaySpan& b, bool circa,
                            std::int32_t slack_days) {
  const std::int32_t apart = gap(a, b), longer = std::max(length(a), length(b));
  if (apart <= 0 && longer == 1) return kSameDay;
  if (apart <= slack_days) {
    if (longer == 1) return kDayOfSlack;
    return longer <= 31 ? kMonth : longer <= kYearDays ? kYear : kYears;
  }
  if (circa && apart <= kFewYearsDays) return kCirca;
  if (apart <= kYearDays) return kNear;
  return apart <= kFewYearsDays ? kFar : kContradiction;
}

}  // namespace

HijriAgreement compare_hijri(const PartialDate& asked, const BirthDate& listed) {
  const BirthDate of_traveller = BirthDate::on(asked);
  const bool asked_is_hijri = is_hijri_year(asked.year);
  const BirthDate& hijri = asked_is_hijri ? of_traveller : listed;
  const auto gregorian = days_of(asked_is_hijri ? listed : of_traveller, from_gregorian);
  HijriAgreement best{kContradiction, std::nullopt};
  for (const Calendar& calendar : kCalendars) {
    const auto days = days_of(hijri, calendar.convert);
    if (!days || !gregorian) continue;
    const DateAgreement agreement =
        compare_spans(*days, *gregorian, listed.circa, calendar.slack_days);
    if (!best.reading || agreement.weight_mn > best.agreement.weight_mn) {
      best = {agreement, HijriReading{calendar.name, *days}};
    }
  }
  return best;
}

}  // namespace darvaza::scoring
