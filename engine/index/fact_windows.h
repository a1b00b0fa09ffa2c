// What the traveller's facts can weigh at most against an entry of which only the codes are known.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "index/fact_codes.h"
#include "index/posting_filter.h"
#include "names/token_cost.h"

namespace darvaza::index {

/// Runs of year codes in which postings stand whose facts can give so much and so much.
struct FactWindows {
  /// How much: the rarer the facts, the deeper names have to be looked for.
  static constexpr std::array<names::Millinats, 4> kLevels = {2'301, 0, -2'999, -4'500};
  /// Below this level facts agree in nothing but perhaps the State, which may stand in any year.
  static constexpr std::size_t kLevelOfStates = 3;
  /// The last level of all is whatever facts there are, in all years.
  static constexpr std::size_t kAllLevels = kLevels.size() + 1;

  struct Runs {
    std::array<YearCode, 24> first{}, last{};  ///< both inclusive, ascending
    std::size_t count = 0;
  };
  std::array<Runs, kLevels.size()> runs{};
  CodeSet states;         ///< of the last level, in any year
  CodeSet states_in_run;  ///< of the second one, in its runs
  CodeSet days_in_run;    ///< of the first one, in its runs
};

/// The most that the traveller's facts can weigh against an entry of which only the codes are known
/// (fact_codes.h), millinats. Zeros: nothing is asked but the name.
struct FactBounds {
  bool any = false;                                 ///< whether they tell entries apart at all
  std::array<std::int16_t, 256> without_day{};       ///< by year code, where the day is not listed
  std::array<std::int16_t, 256> same_day{};          ///< ... where it is the traveller's
  std::array<std::int16_t, 256> near_day{};          ///< ... where the day is one of near_days
  std::array<std::int16_t, 256> other_day{};         ///< ... where it is another
  std::array<std::uint64_t, 4> near_days{};          ///< bit: a day code that may agree
  std::array<std::int16_t, 256> state{};             ///< by StateNumber, ...
  std::int16_t most_state = 0;                       ///< ... and the most of any
  FactWindows windows;                              ///< of the above
  names::Millinats others = 0;                      ///< of all facts that postings say nothing about
  /// The most that `of` can answer but for the days of `born`, whose names are looked at one by one.
  names::Millinats most = 0;
  YearCode born_year = kNoYear;                     ///< of the traveller, if known to the day, ...
  std::array<DayCode, 2> born{};                    ///< ... and the days on which an entry agrees best: the same, day and month swapped

  names::Millinats of(StateNumber number, YearCode year, DayCode day) const {
    return others + state[number] + by_year(day)[year];
  }

  /// What facts weigh at most that no level rarer than `level` has.
  names::Millinats most_beyond(std::size_t level) const { return level == 0 || !any ? most : std::min(most, FactWindows::kLevels[level - 1] - 1); }

 private:
  const std::array<std::int16_t, 256>& by_year(DayCode day) const {
    if (day == kNoDay) return without_day;
    if (day == born[0]) return same_day;
    return (near_days[day >> 6] >> (day & 63) & 1) != 0 ? near_day : other_day;
  }
};

/// Works the windows of `facts` out. Facts that differ only by a slip in the year are left out: they are found by their
/// day.
FactWindows windows_of(const FactBounds& facts);

}  // namespace darvaza::index
