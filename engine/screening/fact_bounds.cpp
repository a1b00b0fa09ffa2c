#include "screening/fact_bounds.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "index/fact_codes.h"
#include "scoring/birth_date_evidence.h"
#include "scoring/calendars.h"
#include "scoring/father_evidence.h"
#include "scoring/personal_evidence.h"
#include "scoring/place_evidence.h"

namespace darvaza::screening {
namespace {

using index::kAnyYear;

constexpr int kMonths = 12, kDays = 31;
/// Forgets what is remembered once there is so much of it: a hostile manifest has every year there is.
constexpr std::size_t kMostRemembered = 512;

std::int16_t weight(const PartialDate& asked, const PartialDate& listed) {
  const BirthDate date = BirthDate::on(listed);
  return static_cast<std::int16_t>(scoring::birth_date_weight(asked, {&date, 1}));
}

PartialDate date(int year, int month, int day) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

/// Days whose digits have nothing to do with each other.
constexpr int kThisMonth = 6, kThisDay = 15, kUnlikeMonth = 3, kUnlikeDay = 28;
constexpr int kSomeYear = 1985;

/// 1 January stands for "day unknown" in most registers of the region.
bool is_first_of_january(const PartialDate& date) { return date.month == 1 && date.day == 1; }

/// Whether the date is known to the day.
/// Days that no calendar has come from callers; days of other calendars agree with Gregorian ones of other numbers.
bool is_day_known(const PartialDate& asked) {
  return asked.full() && is_valid(asked) && !is_first_of_january(asked) && !scoring::is_hijri_year(asked.year);
}

using Days = std::array<std::uint64_t, 4>;
void set(Days& days, index::DayCode code) { days[code >> 6] |= std::uint64_t{1} << (code & 63); }

/// The days of a year that agree better with a day of the same year than any other day does: itself, slips of
/// the hand, neighbours, 1 January.
Days near_days(int month, int day) {
  const PartialDate asked = date(kSomeYear, month, day);
  const std::int16_t usual = weight(date(kSomeYear, kThisMonth, kThisDay), date(kSomeYear, kUnlikeMonth, kUnlikeDay));
  Days days{};
  for (int m = 1; m <= kMonths; ++m) {
    for (int d = 1; d <= kDays; ++d) {
      const PartialDate listed = date(kSomeYear, m, d);
      if (is_valid(listed) && weight(asked, listed) > usual) set(days, index::day_code(m, d));
    }
  }
  set(days, index::day_code(1, 1));
  set(days, index::day_code(kMonths, kDays));  // the day before 1 January, in another year
  for (const auto& [m, d] : {std::pair{2, 28}, std::pair{2, 29}, std::pair{3, 1}}) set(days, index::day_code(m, d));  // in years that have it
  return days;
}

const Days& near_days_of(const PartialDate& asked) {
  static const auto all = [] {
    std::array<Days, kMonths * kDays> table{};
    for (int m = 1; m <= kMonths; ++m) {
      for (int d = 1; d <= kDays; ++d) table[static_cast<std::size_t>((m - 1) * kDays + d - 1)] = near_days(m, d);
    }
    return table;
  }();
  return all[static_cast<std::size_t>((asked.month - 1) * kDays + asked.day - 1)];
}

/// The most that any agreement of dates weighs, any of two days in different years, and any of a day with one of another
/// calendar: 2 Mordad 1361.
std::int16_t most_of_dates() {
  static const std::int16_t most = weight(date(kSomeYear, kThisMonth, kThisDay), date(kSomeYear, kThisMonth, kThisDay));
  return most;
}
std::int16_t most_of_years() {
  static const std::int16_t most = std::max(weight(date(kSomeYear, kThisMonth, kThisDay), date(kSomeYear + 1, kThisMonth, kThisDay)),
                                            weight(date(kSomeYear, kMonths, kDays), date(kSomeYear + 1, 1, 1)));
  return most;
}
std::int16_t most_of_calendars() {
  static const std::int16_t most = weight(date(1982, 7, 24), date(1361, 5, 2));
  return most;
}

}  // namespace

const FactBoundsMaker::ByYear& FactBoundsMaker::by_year(const PartialDate& asked) {
  const bool day_known = is_day_known(asked);
  const auto year = static_cast<std::uint32_t>(static_cast<std::uint16_t>(asked.year));
  constexpr std::uint32_t kWholeYear = 1u << 15;  // years have fewer bits
  const std::uint32_t key = day_known ? year | kWholeYear : year | static_cast<std::uint32_t>(asked.month) << 16 | static_cast<std::uint32_t>(asked.day) << 24;
  if (years_.size() > kMostRemembered) years_.clear();
  const auto [known, added] = years_.try_emplace(key);
  ByYear& out = known->second;
  if (!added) return out;
  for (int listed = index::kFirstYear; listed <= index::kLastYear; ++listed) {
    const index::YearCode code = index::year_code(listed);
    if (scoring::is_hijri_year(asked.year)) {
      out.without_day[code] = out.same_day[code] = out.near_day[code] = out.other_day[code] = most_of_dates();
      continue;
    }
    const PartialDate like = day_known ? date(asked.year, kThisMonth, kThisDay) : asked;
    const std::int16_t year_only = weight(like, date(listed, 0, 0));
    const std::int16_t same_month = like.month != 0 ? weight(like, date(listed, like.month, 0)) : year_only;
    out.without_day[code] = std::max(year_only, same_month);
    const std::int16_t unlike = weight(like, date(listed, kUnlikeMonth, kUnlikeDay));
    std::int16_t most = std::max(unlike, out.without_day[code]);
    if (listed == asked.year) {
      most = most_of_dates();
    } else if (like.full() && !is_first_of_january(like)) {  // slips of the hand and neighbouring days lead to other years
      most = std::max({most, most_of_years(), weight(like, date(listed, like.month, like.day))});
    }
    out.near_day[code] = most;
    out.other_day[code] = day_known ? unlike : most;
    // 1 January, which stands for a year alone, may have the same code.
    const bool is_told = day_known && listed != asked.year;
    out.same_day[code] = is_told ? std::max({unlike, out.without_day[code], weight(like, date(listed, like.month, like.day))}) : most;
  }
  out.without_day[kAnyYear] = out.same_day[kAnyYear] = out.near_day[kAnyYear] = out.other_day[kAnyYear] = most_of_dates();
  out.most_near = *std::max_element(out.near_day.begin(), out.near_day.end());
  out.most_without = *std::max_element(out.without_day.begin(), out.without_day.end() - 1);
  return out;
}

const FactBoundsMaker::ByState& FactBoundsMaker::by_state(StateCode asked) {
  std::uint32_t key = 0;
  for (const char letter : asked.text()) key = key << 8 | static_cast<unsigned char>(letter);
  if (states_.size() > kMostRemembered) states_.clear();
  const auto [known, added] = states_.try_emplace(key);
  if (!added) return known->second;
  ByState& out = known->second;
  const auto states = index_.posted_states();
  for (std::size_t i = 0; i < states.size() && i + 1 < index::kAnyState; ++i) {
    out.weights[i + 1] = static_cast<std::int16_t>(scoring::nationality_weight({&asked, 1}, {&states[i], 1}));
  }
  out.weights[index::kAnyState] = static_cast<std::int16_t>(scoring::nationality_weight({&asked, 1}, {&asked, 1}));
  out.most = *std::max_element(out.weights.begin(), out.weights.end());
  return out;
}

void FactBoundsMaker::make(const Traveller& traveller, index::FactBounds& out) {
  out = {};
  std::int32_t most_year = 0, most_state = 0;
  if (traveller.birth_date.known()) {
    const ByYear& years = by_year(traveller.birth_date);
    out.without_day = years.without_day;
    out.same_day = years.same_day;
    out.near_day = years.near_day;
    out.other_day = years.other_day;
    most_year = years.most_near;
    if (is_day_known(traveller.birth_date)) {
      const PartialDate& born = traveller.birth_date;
      out.near_days = near_days_of(born);
      out.born_year = index::year_code(born.year);
      out.born[0] = index::day_code(born.month, born.day);
      if (born.day <= kMonths && born.day != born.month) out.born[1] = index::day_code(born.day, born.month);
      // Entries born on these days are looked at one by one; a day of another calendar is the next best.
      most_year = std::max({most_of_calendars(), most_of_years(), years.most_without});
    }
  }
  for (std::size_t n = 0; n < traveller.nationalities.size(); ++n) {  // callers may give one twice
    const ByState& states = by_state(traveller.nationalities[n]);
    if (n == 0) {
      out.state = states.weights;
      most_state = states.most;
    } else {
      for (std::size_t i = 0; i < out.state.size(); ++i) out.state[i] = std::max(out.state[i], states.weights[i]);
      most_state = std::max<std::int32_t>(most_state, states.most);
    }
  }
  out.most_state = static_cast<std::int16_t>(most_state);
  out.any = traveller.birth_date.known() || !traveller.nationalities.empty();
  const bool sex_counts = traveller.sex == Sex::female || traveller.sex == Sex::male;
  if (sex_counts) out.others += scoring::sex_weight(traveller.sex, traveller.sex);
  if (!traveller.birth_place.empty()) out.others += scoring::kMostPlaceWeight;
  if (!traveller.father_name.empty()) out.others += scoring::kMostFatherWeight;
  out.most = out.others + most_year + most_state;
  out.windows = index::windows_of(out);
}

}  // namespace darvaza::screening
