// Slips in a date of birth; the name stays as listed.
#include <array>

#include "eval/perturb/families.h"
#include "scoring/calendars.h"

namespace darvaza::perturb {
namespace {

constexpr std::string_view kNoDate = "no birth date";
constexpr std::string_view kNoDay = "no full birth date";
constexpr std::string_view kNoSuchDay = "no such day";

Varied with_date(const Subject& subject, PartialDate date) {
  if (!is_valid(date) || !date.known()) return does_not_apply(kNoSuchDay);
  if (date == subject.birth_date) return does_not_apply(kUnchanged);
  Subject result = subject;
  result.birth_date = date;
  return result;
}

/// A full date `days` later. The number of the day in the month leaves it only at its ends.
PartialDate next_day(PartialDate date) {
  PartialDate next = date;
  ++next.day;
  if (is_valid(next)) return next;
  next.day = 1;
  ++next.month;
  if (is_valid(next)) return next;
  next.month = 1;
  ++next.year;
  return next;
}

PartialDate previous_day(PartialDate date) {
  if (date.day > 1) return {date.year, date.month, static_cast<std::uint8_t>(date.day - 1)};
  PartialDate day = date.month > 1
                        ? PartialDate{date.year, static_cast<std::uint8_t>(date.month - 1), 31}
                        : PartialDate{static_cast<std::int16_t>(date.year - 1), 12, 31};
  while (!is_valid(day)) --day.day;
  return day;
}

Varied one_digit(const Subject& subject, Random& random) {
  if (!subject.birth_date.full()) return does_not_apply(kNoDay);
  // Digits of the year that people mistake are its last two; all of month and day.
  for (int tries = 0; tries < 40; ++tries) {
    PartialDate date = subject.birth_date;
    const int digit = static_cast<int>(random.below(10));
    const auto change = [&](int number, int unit) {
      return number - number / unit % 10 * unit + digit * unit;
    };
    switch (random.below(6)) {
      case 0:
        date.year = static_cast<std::int16_t>(change(date.year, 1));
        break;
      case 1:
        date.year = static_cast<std::int16_t>(change(date.year, 10));
        break;
      case 2:
        date.month = static_cast<std::uint8_t>(change(date.month, 1));
        break;
      case 3:
        date.month = static_cast<std::uint8_t>(change(date.month, 10));
        break;
      case 4:
        date.day = static_cast<std::uint8_t>(change(date.day, 1));
        break;
      default:
        date.day = static_cast<std::uint8_t>(change(date.day, 10));
        break;
    }
    if (date.full() && is_valid(date) && date != subject.birth_date)
      return with_date(subject, date);
  }
  return does_not_apply(kNoSuchDay);
}

Varied day_and_month(const Subject& subject, Random&) {
  const PartialDate date = subject.birth_date;
  if (!date.full()) return does_not_apply(kNoDay);
  return with_date(subject, {date.year, date.day, date.month});
}

Varied year_only(const Subject& subject, Random&) {
  if (!subject.birth_date.known()) return does_not_apply(kNoDate);
  return with_date(subject, {subject.birth_date.year, 0, 0});
}

Varied first_of_january(const Subject& subject, Random&) {
  if (!subject.birth_date.known()) return does_not_apply(kNoDate);
  return with_date(subject, {subject.birth_date.year, 1, 1});
}

Varied a_day_off(const Subject& subject, Random& random) {
  const PartialDate date = subject.birth_date;
  if (!date.full()) return does_not_apply(kNoDay);
  return with_date(subject, random.chance(500) ? next_day(date) : previous_day(date));
}

Varied years_off(const Subject& subject, Random& random, int years) {
  PartialDate date = subject.birth_date;
  if (!date.known()) return does_not_apply(kNoDate);
  date.year = static_cast<std::int16_t>(date.year + (random.chance(500) ? years : -years));
  return with_date(subject, date);
}

Varied missing(const Subject& subject, Random&) {
  if (!subject.birth_date.known()) return does_not_apply(kNoDate);
  Subject result = subject;
  result.birth_date = {};
  return result;
}

/// The Solar Hijri date of the same day: of the days of that year and the one before, the one that
/// is it.
Varied solar_hijri(const Subject& subject, Random&) {
  const PartialDate date = subject.birth_date;
  if (!date.full()) return does_not_apply(kNoDay);
  constexpr int kYearsBehind = 622;
  for (int year = date.year - kYearsBehind; year <= date.year - kYearsBehind + 1; ++year) {
    if (!scoring::is_hijri_year(year)) continue;
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= 31; ++day) {
        const PartialDate hijri{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                                static_cast<std::uint8_t>(day)};
        const auto days = scoring::from_solar_hijri(hijri);
        if (days && days->is_day() && days->first == date) return with_date(subject, hijri);
      }
    }
  }
  return does_not_apply(kNoSuchDay);
}

}  // namespace

std::vector<Variation> date_slips() {
  return {{"date-digit", "one digit of the birth date wrong", one_digit},
          {"date-day-month", "day and month exchanged", day_and_month},
          {"date-year-only", "only the year known", year_only},
          {"date-first-of-january", "first of January for an unknown day", first_of_january},
          {"date-day-off", "a day early or late", a_day_off},
          {"date-year-off", "a year early or late",
           [](const Subject& s, Random& r) { return years_off(s, r, 1); }},
          {"date-decade-off", "ten years early or late",
           [](const Subject& s, Random& r) { return years_off(s, r, 10); }},
          {"date-solar-hijri", "the same day in the Solar Hijri calendar", solar_hijri},
          {"date-missing", "no birth date", missing}};
}

}  // namespace darvaza::perturb
