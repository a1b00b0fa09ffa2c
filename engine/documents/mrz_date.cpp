#include "documents/mrz_date.h"

#include <algorithm>

namespace darvaza::documents {
namespace {

constexpr int kUnknown = -1;
constexpr int kUnreadable = -2;

int two_digits(std::string_view part) {
  if (part == "<<") return kUnknown;
  const bool digits =
      std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits ? (part[0] - '0') * 10 + (part[1] - '0') : kUnreadable;
}

int within(int two_digits_of_year, int last_year) {
  const int since = (last_year - two_digits_of_year) % 100;
  return last_year - (since < 0 ? since + 100 : since);
}

// PartialDate holds the years 1 to 9999; no caller needs others.
int sensible_year(int year) { return std::clamp(year, 100, 9900); }

}  // namespace

int century_of_birth(int two_digits_of_year, int reference_year) {
  return within(two_digits_of_year, sensible_year(reference_year));
}

int century_of_expiry(int two_digits_of_year, int reference_year) {
  return within(two_digits_of_year, sensible_year(reference_year) + 50);
}

MrzDate parse_mrz_date(std::string_view field, int reference_year, int (*century)(int, int)) {
  const int year = two_digits(field.substr(0, 2));
  const int month = two_digits(field.substr(2, 2));
  const int day = two_digits(field.substr(4, 2));
  MrzDate read;
  if (year == kUnreadable) read.problem = "the year is neither two digits nor '<<'";
  if (year < 0) return read;
  read.date.year = static_cast<std::int16_t>(century(year, reference_year));

  if (month == kUnreadable || month == 0 || month > 12) {
    read.problem = "the month is neither 01 to 12 nor '<<'";
  }
  if (month < 1 || month > 12) return read;
  read.date.month = static_cast<std::uint8_t>(month);

  PartialDate whole = read.date;
  if (day > 0) whole.day = static_cast<std::uint8_t>(day);
  if (day == kUnreadable || day == 0 || !is_valid(whole)) {
    read.problem = "the day is neither one of its month nor '<<'";
  } else {
    read.date = whole;
  }
  return read;
}

}  // namespace darvaza::documents
