// The current year, by which two-digit years are read.
#pragma once

#include <chrono>

namespace darvaza::tool {

inline int this_year() {
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return static_cast<int>(std::chrono::year_month_day(today).year());
}

}  // namespace darvaza::tool
