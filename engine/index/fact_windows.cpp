#include "index/fact_windows.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <limits>

namespace darvaza::index {

using names::Millinats;

namespace {

using ByCode = std::array<std::int16_t, 256>;

// Plain loops, which compilers turn into vector instructions: this is done for every traveller.
std::int16_t least_of(const ByCode& weights) {
  std::int16_t least = weights[0];
  for (const std::int16_t weight : weights) least = std::min(least, weight);
  return least;
}
ByCode greater_of(const ByCode& a, const ByCode& b) {
  ByCode greater;
  for (std::size_t i = 0; i < greater.size(); ++i) greater[i] = std::max(a[i], b[i]);
  return greater;
}

std::int16_t to_weight(Millinats weight) {
  return static_cast<std::int16_t>(std::clamp<Millinats>(weight, std::numeric_limits<std::int16_t>::min(), std::numeric_limits<std::int16_t>::max()));
}

}  // namespace

FactWindows windows_of(const FactBounds& facts) {
  FactWindows windows;
  if (!facts.any) return windows;
  const Millinats least_state = least_of(facts.state), most_state = facts.most_state;
  const ByCode usual = greater_of(facts.without_day, facts.other_day);
  ByCode most = facts.born_year == kNoYear ? greater_of(usual, facts.near_day) : usual;
  for (const std::size_t year : {std::size_t{facts.born_year}, std::size_t{kAnyYear}}) most[year] = std::max(most[year], facts.near_day[year]);
  // Only the years next to the traveller's: of others only dates without a day, a decade off, would stand out.
  const int near_years = 8, born = facts.born_year;
  const int first_near = born == kNoYear ? 1 : std::max(1, born - near_years), last_near = std::min(kAnyYear - 1, born == kNoYear ? kAnyYear - 1 : born + near_years);
  for (std::size_t level = 0; level < windows.runs.size(); ++level) {
    const Millinats least = FactWindows::kLevels[level] - facts.others - (level == FactWindows::kLevelOfStates ? least_state : most_state);
    FactWindows::Runs& runs = windows.runs[level];
    const auto add = [&](int year) {
      if (most[static_cast<std::size_t>(year)] < least) return;
      const auto code = static_cast<YearCode>(year);
      const bool goes_on = runs.count != 0 && (runs.last[runs.count - 1] + 1 == year || runs.count == runs.first.size());
      if (!goes_on) runs.first[runs.count++] = code;
      runs.last[runs.count - 1] = code;
    };
    add(kNoYear);
    for (int year = first_near; year <= last_near; ++year) add(year);
    add(kAnyYear);
  }
  const Millinats same_year = facts.others + *std::max_element(facts.other_day.begin(), facts.other_day.end() - 1);
  const Millinats no_year = facts.others + facts.other_day[kNoYear];
  windows.states_in_run = CodeSet::from(facts.state, to_weight(FactWindows::kLevels[1] - std::max(same_year, no_year)));
  for (std::size_t word = 0; word < facts.near_days.size(); ++word) {
    for (std::uint64_t left = facts.near_days[word]; left != 0; left &= left - 1) {
      windows.days_in_run.add(static_cast<DayCode>(word * 64 + static_cast<std::size_t>(std::countr_zero(left))));
    }
  }
  if (facts.born_year == kNoYear) windows.days_in_run = CodeSet::all();
  windows.days_in_run.add(kNoDay);
  // The usual: another date and nothing listed that is near it.
  const Millinats contradiction = least_of(facts.other_day);
  windows.states = CodeSet::from(facts.state, to_weight(FactWindows::kLevels[FactWindows::kLevelOfStates] - facts.others - contradiction));
  return windows;
}

}  // namespace darvaza::index
