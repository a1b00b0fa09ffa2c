#include "manifests/written_date.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "manifests/trim.h"

namespace darvaza::manifests {
namespace {

constexpr std::string_view kMonths[] = {"JANUARY",   "FEBRUARY", "MARCH",    "APRIL",
                                        "MAY",       "JUNE",     "JULY",     "AUGUST",
                                        "SEPTEMBER", "OCTOBER",  "NOVEMBER", "DECEMBER"};
constexpr std::size_t kLongestDate = 32;  // "Wednesday" is not read; "17 September 1980" has 17

/// 1 to 12 for "MAY", "SEP", "SEPT", "SEPTEMBER"; 0 for anything else.
int month_number(std::string_view word) {
  if (word.size() < 3) return 0;
  const auto* found = std::find_if(std::begin(kMonths), std::end(kMonths), [&](std::string_view m) {
    return m.starts_with(word) && (word.size() <= 4 || word.size() == m.size());
  });
  return found == std::end(kMonths) ? 0 : static_cast<int>(found - std::begin(kMonths)) + 1;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

/// Runs of digits and of letters; the blanks, dots, commas and dashes between them are dropped.
/// `separators` collects those.
std::vector<std::string_view> split(std::string_view text, std::string& separators) {
  std::vector<std::string_view> parts;
  for (std::size_t i = 0; i < text.size();) {
    const bool digits = is_digit(text[i]);
    if (!digits && !is_letter(text[i])) {
      separators += text[i++];
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && (digits ? is_digit(text[i]) : is_letter(text[i]))) ++i;
    parts.push_back(text.substr(begin, i - begin));
  }
  return parts;
}

bool is_number(std::string_view part, std::size_t least, std::size_t most) {
  return is_digit(part.front()) && part.size() >= least && part.size() <= most;
}

std::optional<PartialDate> make_date(int day, int month, int year) {
  const PartialDate date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                         static_cast<std::uint8_t>(day)};
  if (year == 0 || month == 0 || !is_valid(date)) return std::nullopt;
  return date;
}

/// "17 MAY 1980" or "MAY 1980".
std::optional<PartialDate> with_month_name(const std::vector<std::string_view>& parts) {
  const bool has_day = parts.size() == 3;
  if (has_day && !is_number(parts[0], 1, 2)) return std::nullopt;
  if (!is_number(parts.back(), 4, 4)) return std::nullopt;
  const int day = has_day ? number(parts[0]) : 0;
  if (has_day && day == 0) return std::nullopt;
  return make_date(day, month_number(parts[parts.size() - 2]), number(parts.back()));
}

}  // namespace

std::optional<PartialDate> parse_written_date(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > kLongestDate) return std::nullopt;
  if (const auto iso = parse_iso_date(text)) return iso;

  const std::string capitals = to_upper(text);
  std::string separators;
  const auto parts = split(capitals, separators);
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  if (is_letter(parts[parts.size() - 2].front())) {
    const bool plain = separators.find_first_not_of(" .-,") == std::string::npos;
    return plain ? with_month_name(parts) : std::nullopt;
  }
  const bool dotted = parts.size() == 3 && separators == "..";
  if (!dotted || !is_number(parts[0], 1, 2) || !is_number(parts[1], 1, 2) ||
      !is_number(parts[2], 4, 4) || number(parts[0]) == 0) {
    return std::nullopt;
  }
  return make_date(number(parts[0]), number(parts[1]), number(parts[2]));
}

}  // namespace darvaza::manifests
