// By which two-digit years are read when the caller does not say.
#pragma once

#include <chrono>

namespace darvaza::c {

/// The current year in UTC.
inline int this_year() {
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return static_cast<int>(std::chrono::year_month_day(today).year());
}

/// What a caller may state instead.
inline constexpr int kFirstYear = 1900;
inline constexpr int kLastYear = 9800;

}  // namespace darvaza::c
