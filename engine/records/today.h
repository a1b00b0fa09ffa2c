// The current day in UTC: which entries are valid, and by which year two-digit years are read, when the caller does not say.
// For programs and bindings; what the library answers does not depend on a clock.
#pragma once

#include <chrono>
#include <cstdint>

#include "darvaza/partial_date.h"

namespace darvaza::records {

inline PartialDate today() {
  const std::chrono::year_month_day now(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  return {static_cast<std::int16_t>(static_cast<int>(now.year())), static_cast<std::uint8_t>(static_cast<unsigned>(now.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(now.day()))};
}

inline int this_year() { return today().year; }

}  // namespace darvaza::records
