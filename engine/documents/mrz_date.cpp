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

}  // namespace

int year_not_after(int last_year, int two_digits_of_year) {
  // PartialDate holds the years 1 to 9999; no caller needs others.
  const int last = std::clamp(last_year, 100, 9999);
  const int since = (last - two_digits_of_year) % 100;
  return last - since;
}

MrzDate parse_mrz_date(std::string_view field, int last_year) {
  const int year = two_digits(field.substr(0, 2));
  const int month = two_digits(field.substr(2, 2));
  const int day = two_digits(field.substr(4, 2));
  MrzDate read;
  if (year == kUnreadable) read.problem = "the year is neither two digits nor '<<'";
  if (year < 0) return read;
  read.date.year = static_cast<std::int16_t>(year_not_after(last_year, year));

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
