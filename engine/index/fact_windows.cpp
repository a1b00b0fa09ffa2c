#include "index/fact_windows.h"

#include <algorithm>
#include <cstdlib>

namespace darvaza::index {

using names::Millinats;

FactWindows windows_of(const FactBounds& facts) {
  FactWindows windows;
  if (!facts.any) return windows;
  const auto [least_state, most_state] = std::minmax_element(facts.state.begin(), facts.state.end());
  std::array<std::int16_t, 256> most;
  for (std::size_t year = 0; year < most.size(); ++year) {
    most[year] = std::max(facts.without_day[year], facts.other_day[year]);
    if (facts.born_year == kNoYear) most[year] = std::max(most[year], facts.near_day[year]);
  }
  for (const std::size_t year : {std::size_t{facts.born_year}, std::size_t{kAnyYear}}) most[year] = std::max(most[year], facts.near_day[year]);
  // Only the years next to the traveller's: of others only dates without a day, a decade off, would stand out.
  const int near_years = 8;
  for (std::size_t level = 0; level < windows.runs.size(); ++level) {
    const Millinats least = FactWindows::kLevels[level] - facts.others - (level == FactWindows::kLevelOfStates ? *least_state : *most_state);
    FactWindows::Runs& runs = windows.runs[level];
    for (std::size_t year = 0; year < most.size(); ++year) {
      if (most[year] < least) continue;
      const bool is_far = std::abs(static_cast<int>(year) - static_cast<int>(facts.born_year)) > near_years;
      if (facts.born_year != kNoYear && is_far && year != kNoYear && year != kAnyYear) continue;
      const auto code = static_cast<YearCode>(year);
      const bool goes_on = runs.count != 0 && (runs.last[runs.count - 1] + 1u == year || runs.count == runs.first.size());
      if (!goes_on) runs.first[runs.count++] = code;
      runs.last[runs.count - 1] = code;
    }
  }
  const Millinats same_year = facts.others + *std::max_element(facts.other_day.begin(), facts.other_day.end() - 1);
  const Millinats no_year = facts.others + facts.other_day[kNoYear];
  for (std::size_t state = 0; state < facts.state.size(); ++state) {
    if (std::max(same_year, no_year) + facts.state[state] >= FactWindows::kLevels[1]) windows.states_in_run.add(static_cast<StateNumber>(state));
  }
  for (unsigned day = 0; day < 256; ++day) {
    const bool is_near = facts.born_year == kNoYear || (facts.near_days[day >> 6] >> (day & 63) & 1) != 0;
    if (is_near || day == kNoDay) windows.days_in_run.add(static_cast<DayCode>(day));
  }
  // The usual: another date and nothing listed that is near it.
  const Millinats contradiction = *std::min_element(facts.other_day.begin(), facts.other_day.end());
  for (std::size_t state = 0; state < facts.state.size(); ++state) {
    if (facts.others + contradiction + facts.state[state] >= FactWindows::kLevels[FactWindows::kLevelOfStates]) {
      windows.states.add(static_cast<StateNumber>(state));
    }
  }
  return windows;
}

}  // namespace darvaza::index
