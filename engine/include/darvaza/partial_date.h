// Dates as border documents and watchlists give them: often only in part.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace darvaza {

/// A calendar date of which the day, or month and day, or everything may be unknown. Gregorian; with a year
/// of 1200 to 1499 it is one of the Solar Hijri or the Islamic calendar, as papers of Iran and Afghanistan
/// write it without saying which.
/// Doc 9303-3 §4.8 allows unknown parts of a date of birth; lists often know only the year.
/// Unknown parts are 0. A known day implies a known month; a month may be known without a year
/// only in machine-readable zones, and then counts as unknown here.
struct PartialDate {
  std::int16_t year = 0;  ///< 1 to 9999, or 0: unknown
  std::uint8_t month = 0; ///< 1 to 12, or 0: unknown
  std::uint8_t day = 0;   ///< 1 to 31, or 0: unknown

  constexpr bool known() const { return year != 0; }
  constexpr bool full() const { return year != 0 && month != 0 && day != 0; }
  friend constexpr bool operator==(const PartialDate&, const PartialDate&) = default;
  friend constexpr auto operator<=>(const PartialDate&, const PartialDate&) = default;
};

/// Whether the parts that are known can belong to a real day (29 February only in leap years; in the years
/// 1200 to 1499 up to 31 days in the first six months and 30 in the others, as the Solar Hijri calendar has).
bool is_valid(const PartialDate& date);

/// Reads "1980", "1980-05" or "1980-05-17" (ISO 8601, also "19800517"); anything else, and dates
/// that do not exist, give nothing. Months and days of "00" count as unknown. Trailing time parts
/// ("T00:00:00") are ignored.
std::optional<PartialDate> parse_iso_date(std::string_view text);

/// "1980", "1980-05", "1980-05-17"; empty for an unknown date.
std::string to_string(const PartialDate& date);

/// A date of birth as a watchlist states it: one date, or a range whose ends are inclusive, exact or
/// approximate ("circa"). For a single date `first == last`.
struct BirthDate {
  PartialDate first;
  PartialDate last;
  bool circa = false;

  static BirthDate on(PartialDate date, bool circa = false) { return {date, date, circa}; }
  bool is_range() const { return first != last; }
  friend bool operator==(const BirthDate&, const BirthDate&) = default;
};

/// "1980-05-17", "1980 to 1982", "circa 1980".
std::string to_string(const BirthDate& date);

}  // namespace darvaza
