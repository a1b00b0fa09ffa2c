#include "manifests/edifact_date.h"

#include <algorithm>
#include <iterator>

#include "documents/mrz_date.h"
#include "manifests/trim.h"

namespace darvaza::manifests {
namespace {

/// UN/EDIFACT code list 2379, the forms in use for dates of persons and flights.
struct DateForm {
  std::string_view code;
  std::size_t digits;
  std::size_t year_digits;
  bool stated_only;  ///< as long as another form: only when the message names it
};
constexpr DateForm kDateForms[] = {
    {"101", 6, 2, false},   // YYMMDD
    {"102", 8, 4, false},   // CCYYMMDD
    {"201", 10, 2, false},  // YYMMDDHHMM
    {"203", 12, 4, false},  // CCYYMMDDHHMM
    {"204", 14, 4, false},  // CCYYMMDDHHMMSS
    {"602", 4, 4, true},    // CCYY
    {"610", 6, 4, true},    // CCYYMM
};

const DateForm* find_form(std::size_t digits, std::string_view code) {
  const auto fits = [&](const DateForm& form) {
    return form.digits == digits && (form.code == code || !form.stated_only);
  };
  const auto* named = std::find_if(std::begin(kDateForms), std::end(kDateForms),
                                   [&](const DateForm& f) { return fits(f) && f.code == code; });
  if (named != std::end(kDateForms)) return named;
  const auto* by_length = std::find_if(std::begin(kDateForms), std::end(kDateForms), fits);
  return by_length == std::end(kDateForms) ? nullptr : by_length;
}

/// Takes `count` digits from the front; 0 when none are left.
int take_number(std::string_view& digits, std::size_t count) {
  int value = 0;
  for (const char c : digits.substr(0, count)) value = value * 10 + (c - '0');
  digits.remove_prefix(std::min(count, digits.size()));
  return value;
}

std::optional<std::string> take_time(std::string_view digits) {
  if (digits.empty()) return std::string();
  std::string time{digits[0], digits[1], ':', digits[2], digits[3]};
  const int hour = take_number(digits, 2);
  const int minute = take_number(digits, 2);
  if (hour > 24 || minute > 59) return std::nullopt;
  return time;
}

/// "8005XX" and "80XXXX" with noughts: the month and the day, or the day, are not known.
void put_noughts(std::string& digits, std::size_t year_digits) {
  const std::size_t day = year_digits + 2;
  const auto is_unknown = [&](std::size_t from) { return digits.size() == day + 2 && to_upper(std::string_view(digits).substr(from)).find_first_not_of('X') == std::string::npos; };
  for (const std::size_t from : {year_digits, day}) {
    if (!is_unknown(from)) continue;
    digits.replace(from, std::string::npos, day + 2 - from, '0');
    return;
  }
}

int full_year(int two_digits, YearRule rule, int reference_year) {
  return rule == YearRule::past ? documents::century_of_birth(two_digits, reference_year)
                                : documents::century_of_expiry(two_digits, reference_year);
}

}  // namespace

std::optional<EdifactMoment> parse_edifact_moment(std::string_view text, std::string_view format,
                                                  YearRule rule, int reference_year) {
  std::string compact = without_blanks(text);
  const DateForm* form = find_form(compact.size(), format);
  if (form != nullptr) put_noughts(compact, form->year_digits);
  if (form == nullptr || !std::all_of(compact.begin(), compact.end(), is_digit))
    return std::nullopt;

  std::string_view digits = compact;
  int year = take_number(digits, form->year_digits);
  const int month = take_number(digits, 2);
  const int day = take_number(digits, 2);
  // All zeros say "not known" where a sender must fill the field; so does year 0000.
  if (year == 0 && (month == 0 || form->year_digits == 4)) return std::nullopt;
  if (form->year_digits == 2) year = full_year(year, rule, reference_year);

  EdifactMoment moment;
  moment.date = {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                 static_cast<std::uint8_t>(month == 0 ? 0 : day)};
  auto time = take_time(digits);
  if (!time || !is_valid(moment.date) || (month == 0 && day != 0)) return std::nullopt;
  moment.time = std::move(*time);
  return moment;
}

std::string to_string(const EdifactMoment& moment) {
  return to_string(moment.date) + (moment.time.empty() ? "" : "T" + moment.time);
}

}  // namespace darvaza::manifests
