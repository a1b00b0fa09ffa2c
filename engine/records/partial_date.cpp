#include "darvaza/partial_date.h"

#include "records/date_text.h"

namespace darvaza {
namespace {

constexpr std::uint8_t kDaysInMonth[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

/// Years in which no living person was born but which papers of the region write: of the Solar Hijri calendar,
/// whose first six months have 31 days and the others 30 at most, or of the Islamic one, with 30 at most.
bool is_hijri_year(int year) { return year >= 1200 && year < 1500; }

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

/// Takes `count` digits from the front of `text`; nothing if they are not all digits.
std::optional<int> take_number(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

bool is_valid(const PartialDate& date) {
  if (date.year < 0 || date.year > 9999 || date.month > 12) return false;
  if (date.day == 0) return true;
  if (date.month == 0) return false;
  if (is_hijri_year(date.year)) return date.day <= (date.month <= 6 ? 31 : 30);
  const bool leap_day = date.month == 2 && date.day == 29 && is_leap(date.year);
  return leap_day || date.day <= kDaysInMonth[date.month - 1];
}

std::optional<PartialDate> parse_iso_date(std::string_view text) {
  if (const auto time = text.find_first_of("T "); time != std::string_view::npos) {
    text = text.substr(0, time);
  }
  const auto year = take_number(text, 4);
  if (!year || *year == 0) return std::nullopt;
  PartialDate date{static_cast<std::int16_t>(*year), 0, 0};
  const bool dashes = take(text, '-');
  if (text.empty()) return dashes ? std::nullopt : std::optional(date);

  const auto month = take_number(text, 2);
  if (!month) return std::nullopt;
  date.month = static_cast<std::uint8_t>(*month);
  if (!text.empty()) {
    if (take(text, '-') != dashes) return std::nullopt;
    const auto day = take_number(text, 2);
    if (!day || !text.empty()) return std::nullopt;
    date.day = static_cast<std::uint8_t>(*day);
  } else if (!dashes) {
    return std::nullopt;  // "198005" could as well be a two-digit year: not ISO 8601
  }
  if (date.month == 0) date.day = 0;
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

std::string to_string(const PartialDate& date) {
  std::string text;
  records::append(date, text);
  return text;
}

std::string to_string(const BirthDate& date) {
  std::string text;
  records::append(date, text);
  return text;
}

}  // namespace darvaza
