#include "scoring/calendars.h"

#include <chrono>

namespace darvaza::scoring {
namespace {

/// Julian day numbers count whole days, the usual common ground of calendars; this one is
/// 1970-01-01.
constexpr std::int32_t kJulianDayOf1970 = 2'440'588;

std::chrono::sys_days to_days(const PartialDate& date) {
  return std::chrono::year(date.year) / std::chrono::month(date.month) / std::chrono::day(date.day);
}

PartialDate gregorian(std::int32_t julian_day) {
  const std::chrono::year_month_day date(
      std::chrono::sys_days(std::chrono::days(julian_day - kJulianDayOf1970)));
  return {static_cast<std::int16_t>(static_cast<int>(date.year())),
          static_cast<std::uint8_t>(static_cast<unsigned>(date.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(date.day()))};
}

/// The Julian day on which a month begins; month 13 is the first of the next year. The formulas are
/// those of ICU's Persian and civil Islamic calendars.
std::int32_t solar_hijri_month(int year, int month) {
  if (month == 13) return solar_hijri_month(year + 1, 1);
  const int before = month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7);
  return 1'948'320 + 365 * (year - 1) + (8 * year + 21) / 33 + before;
}

std::int32_t islamic_month(int year, int month) {
  if (month == 13) return islamic_month(year + 1, 1);
  return 1'948'440 + 354 * (year - 1) + (3 + 11 * year) / 30 + (59 * (month - 1) + 1) / 2;
}

template <typename MonthBegin>
std::optional<DaySpan> convert(const PartialDate& date, MonthBegin month_begin) {
  if (!is_hijri_year(date.year) || date.month > 12) return std::nullopt;
  const int first_month = date.month == 0 ? 1 : date.month;
  const int next_month = date.month == 0 ? 13 : date.month + 1;
  const std::int32_t begin = month_begin(date.year, first_month);
  const std::int32_t end = month_begin(date.year, next_month);
  if (date.day == 0 || date.month == 0) return DaySpan{gregorian(begin), gregorian(end - 1)};
  const std::int32_t day = begin + date.day - 1;
  if (day >= end) return std::nullopt;
  return DaySpan{gregorian(day), gregorian(day)};
}

}  // namespace

std::optional<DaySpan> from_solar_hijri(const PartialDate& date) {
  return convert(date, solar_hijri_month);
}

std::optional<DaySpan> from_islamic(const PartialDate& date) {
  return convert(date, islamic_month);
}

std::int32_t days_between(const PartialDate& from, const PartialDate& to) {
  return static_cast<std::int32_t>((to_days(to) - to_days(from)).count());
}

}  // namespace darvaza::scoring
