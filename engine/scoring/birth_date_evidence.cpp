#include "scoring/birth_date_evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>

namespace darvaza::scoring {
namespace {

/// How two dates agree and what that weighs. A random traveller shares a full date of birth with a
/// listed person once in about 15,000 (9.6 nats), a year once in 40 (3.7). Lists are often wrong and
/// namesakes share generations, so agreement weighs less than that, and contradiction is bounded.
struct Agreement {
  std::int32_t weight_mn;
  std::string_view words;
};
constexpr Agreement kExact{6000, "same date"};
constexpr Agreement kMonth{4200, "same year and month"};
constexpr Agreement kYear{3000, "same year, no more known"};
constexpr Agreement kSwapped{4500, "day and month swapped"};
constexpr Agreement kOneDigit{3000, "one digit differs"};
constexpr Agreement kSameYear{800, "same year, another day"};
constexpr Agreement kInRange{2000, "inside the listed range"};
constexpr Agreement kCirca{1800, "near the approximate date"};
constexpr Agreement kNear{-500, "one year apart"};
constexpr Agreement kFar{-2200, "few years apart"};
constexpr Agreement kContradiction{-4500, "another date"};

constexpr int kCircaYears = 3;
constexpr int kFewYears = 3;

/// 1 January stands for "day unknown" in most registers of the region.
bool is_day_known(const PartialDate& date) { return date.full() && !(date.month == 1 && date.day == 1); }

int differing_digits(const PartialDate& a, const PartialDate& b) {
  const std::string x = to_string(a), y = to_string(b);
  int count = 0;
  for (std::size_t i = 0; i < x.size() && i < y.size(); ++i) count += x[i] != y[i];
  return count;
}

Agreement compare_within_year(const PartialDate& a, const PartialDate& b) {
  if (a == b && a.full()) return is_day_known(a) ? kExact : kMonth;
  if (!is_day_known(a) || !is_day_known(b)) {
    const bool months = a.month != 0 && b.month != 0 && !(a.full() && !is_day_known(a)) && !(b.full() && !is_day_known(b));
    if (!months) return kYear;
    return a.month == b.month ? kMonth : kSameYear;
  }
  if (a.month == b.day && a.day == b.month) return kSwapped;
  return differing_digits(a, b) == 1 ? kOneDigit : kSameYear;
}

Agreement compare_dates(const PartialDate& a, const PartialDate& b, bool circa) {
  if (a.year == b.year) {
    const Agreement within = compare_within_year(a, b);
    return circa && within.weight_mn < kCirca.weight_mn ? kCirca : within;
  }
  const int apart = std::abs(a.year - b.year);
  if (circa && apart <= kCircaYears) return kCirca;
  if (is_day_known(a) && is_day_known(b) && differing_digits(a, b) == 1) return kOneDigit;
  if (apart == 1) return kNear;
  return apart <= kFewYears ? kFar : kContradiction;
}

Agreement compare_with(const PartialDate& asked, const BirthDate& listed) {
  if (!listed.is_range()) return compare_dates(asked, listed.first, listed.circa);
  if (asked.year >= listed.first.year && asked.year <= listed.last.year) return kInRange;
  const PartialDate& nearest = asked.year < listed.first.year ? listed.first : listed.last;
  return compare_dates(asked, nearest, listed.circa);
}

/// The listed date that agrees best, and how.
struct BestDate {
  Agreement agreement;
  const BirthDate* date;
};
std::optional<BestDate> best_date(const PartialDate& asked, std::span<const BirthDate> listed) {
  std::optional<BestDate> best;
  for (const BirthDate& date : listed) {
    if (!asked.known() || !date.first.known()) continue;
    const Agreement agreement = compare_with(asked, date);
    if (!best || agreement.weight_mn > best->agreement.weight_mn) best = {agreement, &date};
  }
  return best;
}

}  // namespace

std::optional<Evidence> weigh_birth_date(const PartialDate& asked, std::span<const BirthDate> listed) {
  const auto best = best_date(asked, listed);
  if (!best) return std::nullopt;
  return Evidence{EvidenceKind::birth_date, best->agreement.weight_mn,
                  fmt::format("{}: {}, listed {}", best->agreement.words, to_string(asked), to_string(*best->date))};
}

std::int32_t birth_date_weight(const PartialDate& asked, std::span<const BirthDate> listed) {
  const auto best = best_date(asked, listed);
  return best ? best->agreement.weight_mn : 0;
}

}  // namespace darvaza::scoring
