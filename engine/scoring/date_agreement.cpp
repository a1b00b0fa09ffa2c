#include "scoring/date_agreement.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
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

/// YYYYMMDD with zeros for what is not known, a byte a digit, the first in the lowest byte: how two dates differ
/// then shows in one exclusive or. A traveller is compared with many candidates.
using Digits = std::uint64_t;

/// "00" to "99".
constexpr auto kTwoDigits = [] {
  std::array<std::uint16_t, 100> pairs{};
  for (unsigned i = 0; i < pairs.size(); ++i) pairs[i] = static_cast<std::uint16_t>((i / 10) | (i % 10) << 8);
  return pairs;
}();

Digits digits_of(const PartialDate& date) {
  const unsigned year = static_cast<std::uint16_t>(date.year) % 10'000u;
  return Digits{kTwoDigits[year / 100]} | Digits{kTwoDigits[year % 100]} << 16 |
         Digits{kTwoDigits[date.month % 100u]} << 32 | Digits{kTwoDigits[date.day % 100u]} << 48;
}

/// How the digits of two dates of equal precision differ.
enum class Slip : std::uint8_t { none, one_digit, transposed, more };

Slip find_slip(const PartialDate& a, const PartialDate& b) {
  const Digits x = digits_of(a), y = digits_of(b);
  if (x == y) return Slip::none;
  const int first = std::countr_zero(x ^ y) / 8 * 8;
  const Digits further = (x ^ y) >> first >> 8;  // from the digit after the first that differs
  if (further == 0) return Slip::one_digit;
  // Neighbours within the year, the month or the day; between those stands a hyphen.
  constexpr Digits kHasNext = 0x00'FF'00'FF'00'FF'FF'FF;
  const auto digit = [](Digits digits, int at) { return digits >> at & 0xFF; };
  const bool swapped = further <= 0xFF && (kHasNext >> first & 1) != 0 &&
                       digit(x, first) == digit(y, first + 8) && digit(x, first + 8) == digit(y, first);
  return swapped ? Slip::transposed : Slip::more;
}

bool has_possible_parts(const PartialDate& date) { return date.month <= 12 && date.day <= 31; }

/// Whether one date is the day after the other. The days of most pairs need not be counted for that.
bool is_one_day_apart(const PartialDate& a, const PartialDate& b) {
  if (has_possible_parts(a) && has_possible_parts(b)) {
    const int months_apart = std::abs((a.year - b.year) * 12 + a.month - b.month);
    if (months_apart == 0) return std::abs(a.day - b.day) == 1;
    if (months_apart > 1) return false;
  }
  return std::abs(days_between(a, b)) == 1;
}

/// What a hand or a conversion between calendars does to a date that is known to the day.
std::optional<DateAgreement> compare_slip(const PartialDate& a, const PartialDate& b) {
  const Slip slip = find_slip(a, b);
  if (slip == Slip::one_digit) return kOneDigit;
  if (slip == Slip::transposed) return kTransposed;
  if (is_one_day_apart(a, b)) return kOneDay;
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
