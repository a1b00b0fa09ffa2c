// The current day, when the caller does not say: on which entries have to be valid, and by which year two-digit years are read.
// For programs and bindings; what the library answers does not depend on a clock.
#pragma once

#include <chrono>
#include <cstdint>
#include <ctime>

#include "darvaza/partial_date.h"

namespace darvaza::records {

/// In UTC: what is counted in days wherever the machine stands.
inline PartialDate today() {
  const std::chrono::year_month_day now(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  return {static_cast<std::int16_t>(static_cast<int>(now.year())), static_cast<std::uint8_t>(static_cast<unsigned>(now.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(now.day()))};
}

/// Where the machine stands (TZ): the day of an instant; none that a date cannot hold.
inline PartialDate local_day(std::time_t at) {
  std::tm local{};
  if (localtime_r(&at, &local) == nullptr || local.tm_year < 0 || local.tm_year > 9999 - 1900) return {};
  return {static_cast<std::int16_t>(local.tm_year + 1900), static_cast<std::uint8_t>(local.tm_mon + 1), static_cast<std::uint8_t>(local.tm_mday)};
}

/// The day on which an entry begins and ends to hold for its post.
inline PartialDate local_today() {
  const PartialDate day = local_day(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now()));
  return day.known() ? day : today();
}

inline int this_year() { return today().year; }

}  // namespace darvaza::records
