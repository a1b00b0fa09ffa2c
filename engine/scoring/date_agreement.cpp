#include "scoring/date_agreement.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>

#include "scoring/calendars.h"

namespace darvaza::scoring {
namespace {

/// What the ways to agree weigh. A random traveller shares a full date of birth with a
/// listed person once in about 15,000 (9.6 nats), a year once in 40 (3.7). Lists are often wrong
/// and namesakes share generations, so agreement weighs less than that, and contradiction is
/// bounded.
constexpr DateAgreement kExact{6000, "same date"};
constexpr DateAgreement kMonth{4200, "same year and month"};
constexpr DateAgreement kYear{3000, "same year, no more known"};
constexpr DateAgreement kSwapped{4500, "day and month swapped"};
constexpr DateAgreement kOneDigit{3000, "one digit differs"};
constexpr DateAgreement kTransposed{3000, "neighbouring digits swapped"};
constexpr DateAgreement kOneDay{3000, "one day apart"};
constexpr DateAgreement kSameYear{800, "same year, another day"};
constexpr DateAgreement kInRange{2000, "inside the listed range"};
constexpr DateAgreement kInWideRange{800, "inside the wide listed range"};
constexpr DateAgreement kCirca{1800, "near the approximate date"};
constexpr DateAgreement kNear{-500, "one year apart"};
/// A year counted from an age, or taken over from a calendar whose year begins in March, is often
/// off by one: that it differs so little says neither yes nor no.
constexpr DateAgreement kNearYears{0, "one year apart, no more known"};
constexpr DateAgreement kNotFarFromCirca{-1000, "some years from the approximate date"};
constexpr DateAgreement kFar{-2200, "few years apart"};
constexpr DateAgreement kOtherDecade{-3000, "one digit of the year differs, no more known"};
constexpr DateAgreement kContradiction{-4500, "another date"};

constexpr int kCircaYears = 3;
constexpr int kFewCircaYears = 6;
constexpr int kFewYears = 3;
constexpr int kWideRangeYears = 10;

/// 1 January stands for "day unknown" in most registers of the region.
bool is_day_known(const PartialDate& date) {
  return date.full() && !(date.month == 1 && date.day == 1);
}

/// YYYY-MM-DD with zeros for what is not known. Hundreds of candidates are compared for a traveller:
/// no text is formatted for them.
using Digits = std::array<char, 10>;

Digits digits_of(const PartialDate& date) {
  const auto digit = [](int value) { return static_cast<char>('0' + value % 10); };
  const int year = date.year, month = date.month, day = date.day;
  return {digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), '-',
          digit(month / 10), digit(month), '-', digit(day / 10), digit(day)};
}

/// How the digits of two dates of equal precision differ.
enum class Slip : std::uint8_t { none, one_digit, transposed, more };

Slip find_slip(const PartialDate& a, const PartialDate& b) {
  const Digits x = digits_of(a), y = digits_of(b);
  const auto [in_x, in_y] = std::mismatch(x.begin(), x.end(), y.begin(), y.end());
  if (in_x == x.end() || in_y == y.end()) return Slip::none;
  if (std::equal(in_x + 1, x.end(), in_y + 1, y.end())) return Slip::one_digit;
  const bool swapped =
      in_x + 1 != x.end() && in_y + 1 != y.end() && in_x[0] == in_y[1] && in_x[1] == in_y[0];
  return swapped && std::equal(in_x + 2, x.end(), in_y + 2, y.end()) ? Slip::transposed
                                                                     : Slip::more;
}

/// What a hand or a conversion between calendars does to a date that is known to the day.
std::optional<DateAgreement> compare_slip(const PartialDate& a, const PartialDate& b) {
  const Slip slip = find_slip(a, b);
  if (slip == Slip::one_digit) return kOneDigit;
  if (slip == Slip::transposed) return kTransposed;
  if (std::abs(days_between(a, b)) == 1) return kOneDay;
  return std::nullopt;
}

DateAgreement compare_within_year(const PartialDate& a, const PartialDate& b) {
  if (a == b && a.full()) return is_day_known(a) ? kExact : kMonth;
  if (!is_day_known(a) || !is_day_known(b)) {
    const bool months = a.month != 0 && b.month != 0 && !(a.full() && !is_day_known(a)) &&
                        !(b.full() && !is_day_known(b));
    if (!months) return kYear;
    return a.month == b.month ? kMonth : kSameYear;
  }
  if (a.month == b.day && a.day == b.month) return kSwapped;
  return compare_slip(a, b).value_or(kSameYear);
}

DateAgreement compare_single(const PartialDate& a, const PartialDate& b, bool circa) {
  if (a.year == b.year) {
    const DateAgreement within = compare_within_year(a, b);
    return circa && within.weight_mn < kCirca.weight_mn ? kCirca : within;
  }
  const int apart = std::abs(a.year - b.year);
  if (circa && apart <= kCircaYears) return kCirca;
  const bool days = is_day_known(a) && is_day_known(b);
  if (const auto slip = days ? compare_slip(a, b) : std::nullopt) return *slip;
  if (apart == 1) return days ? kNear : kNearYears;
  if (circa && apart <= kFewCircaYears) return kNotFarFromCirca;
  if (apart <= kFewYears) return kFar;
  return !days && apart % 10 == 0 && apart < 100 ? kOtherDecade : kContradiction;
}

}  // namespace

DateAgreement compare_dates(const PartialDate& asked, const BirthDate& listed) {
  if (!listed.is_range()) return compare_single(asked, listed.first, listed.circa);
  if (asked.year >= listed.first.year && asked.year <= listed.last.year) {
    return listed.last.year - listed.first.year < kWideRangeYears ? kInRange : kInWideRange;
  }
  const PartialDate& nearest = asked.year < listed.first.year ? listed.first : listed.last;
  return compare_single(asked, nearest, listed.circa);
}

}  // namespace darvaza::scoring
