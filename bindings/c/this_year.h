// By which two-digit years are read when the caller does not say.
#pragma once

#include <ctime>

namespace darvaza::c {

/// The current year in UTC.
inline int this_year() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  return parts.tm_year + 1900;
}

/// What a caller may state instead.
inline constexpr int kFirstYear = 1900;
inline constexpr int kLastYear = 9800;

}  // namespace darvaza::c
