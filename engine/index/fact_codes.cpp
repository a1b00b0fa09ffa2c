#include "index/fact_codes.h"

namespace darvaza::index {

DateCodes date_codes(std::span<const BirthDate> listed) {
  if (listed.empty()) return {};
  const BirthDate& date = listed.front();
  if (listed.size() > 1 || date.is_range() || date.circa) return {kAnyYear, kNoDay};
  if (!date.first.known()) return {};
  const DayCode day = date.first.full() ? day_code(date.first.month, date.first.day) : kNoDay;
  return {year_code(date.first.year), day};
}

}  // namespace darvaza::index
