#include "documents/written_date.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "documents/look_alikes_table.h"
#include "records/trimmed.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace darvaza::documents {
namespace {

/// Each month as it is named alone, and in Russian as it stands behind a day, too; by prefixes of three letters and more.
constexpr std::string_view kMonths[][3] = {
    {"january", "январь", "января"},   {"february", "февраль", "февраля"}, {"march", "март", "марта"},
    {"april", "апрель", "апреля"},     {"may", "май", "мая"},              {"june", "июнь", "июня"},
    {"july", "июль", "июля"},          {"august", "август", "августа"},    {"september", "сентябрь", "сентября"},
    {"october", "октябрь", "октября"}, {"november", "ноябрь", "ноября"},   {"december", "декабрь", "декабря"}};
constexpr std::size_t kLongestDate = 80;  // "17 сентября 1980 года 00:00:00" has 47 bytes
constexpr int kFirstShortYear = 30;

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

constexpr bool is_dash(char32_t c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

/// In lower case, with ASCII digits, blanks and dashes, without what cannot be seen.
std::string plain(std::string_view text) {
  std::string out;
  const text::NormalisedText normalised(text);
  for (const char32_t c : normalised.text()) {
    const auto zeros = digit_zeros();
    const auto zero = std::find_if(zeros.begin(), zeros.end(), [c](char32_t z) { return c >= z && c < z + 10; });
    if (zero != zeros.end()) {
      out += static_cast<char>('0' + (c - *zero));
    } else {
      text::append_utf8(is_dash(c) ? U'-' : c, out);
    }
  }
  return out;
}

/// "1980-05-17 00:00:00" without its time, if that is one.
std::string_view without_time(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return text;
  std::size_t begin = colon;
  while (begin > 0 && colon - begin < 2 && is_digit(text[begin - 1])) --begin;
  if (begin == colon || begin < 2 || (text[begin - 1] != ' ' && text[begin - 1] != 't')) return text;
  if (text.find_first_not_of("0123456789:.+-zapm ", begin) != std::string_view::npos) return text;
  return records::trimmed(text.substr(0, begin - 1));
}

/// Russian dates end in the word "year": "17.05.1980 г.", "17 мая 1980 года".
std::string_view without_year_word(std::string_view text) {
  for (const std::string_view word : {"года", "г.", "г"}) {
    if (!text.ends_with(word)) continue;
    const std::string_view rest = records::trimmed(text.substr(0, text.size() - word.size()));
    return !rest.empty() && is_digit(rest.back()) ? rest : text;
  }
  return text;
}

/// 1 to 12 for "may", "sep", "sept", "september", "сен"; 0 for anything else.
int month_number(std::string_view word) {
  const std::size_t least = static_cast<unsigned char>(word.front()) < 0x80 ? 3 : 6;
  if (word.size() < least) return 0;
  const auto* found = std::find_if(std::begin(kMonths), std::end(kMonths), [&](const auto& names) {
    return std::any_of(std::begin(names), std::end(names), [&](std::string_view name) { return name.starts_with(word); });
  });
  return found == std::end(kMonths) ? 0 : static_cast<int>(found - std::begin(kMonths)) + 1;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

/// "1980-05-xx", "??.05.1980" and "198005xx" with noughts for what nobody knows of a month and a day. Of a year every digit must be there.
std::string unknown_as_noughts(std::string date) {
  constexpr std::string_view kRussianX = "\xD1\x85";
  if (date.find_first_of("x?\xD1") == std::string::npos) return date;
  for (std::size_t at = 0; (at = date.find(kRussianX, at)) != std::string::npos;) date.replace(at, kRussianX.size(), "x");
  const auto in_run = [](char c) { return is_digit(c) || c == 'x' || c == '?'; };
  const auto is_letter_at = [&](std::size_t at) { return at < date.size() && is_letter(date[at]); };
  for (std::size_t begin = 0; begin < date.size(); ++begin) {
    if (!in_run(date[begin])) continue;
    const auto from = date.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto end = std::find_if_not(from, date.end(), in_run), unknown = std::find_if_not(from, end, is_digit);
    const auto size = end - from, known = unknown - from;
    const bool in_word = (begin > 0 && is_letter_at(begin - 1)) || is_letter_at(begin + static_cast<std::size_t>(size));
    const bool is_part = known == 0 && size <= 2, is_end = size == 8 && (known == 4 || known == 6);
    if (!in_word && (is_part || is_end) && std::none_of(unknown, end, is_digit)) std::fill(unknown, end, '0');
    begin += static_cast<std::size_t>(size);
  }
  return date;
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
  return year != 0 && is_valid(date) ? std::optional(date) : std::nullopt;
}

/// "may 17, 1980" in the order of the other forms.
void put_day_first(std::vector<std::string_view>& parts) {
  if (parts.size() == 3 && is_letter(parts[0].front()) && is_number(parts[1], 1, 2) && is_number(parts[2], 4, 4)) std::swap(parts[0], parts[1]);
}

/// "17 may 1980" or "may 1980"; with a short year only behind a day.
std::optional<PartialDate> with_month_name(const std::vector<std::string_view>& parts, bool short_years) {
  const bool has_day = parts.size() == 3;
  if (has_day && !is_number(parts[0], 1, 2)) return std::nullopt;
  const bool is_short = short_years && has_day && is_number(parts[2], 2, 2) && number(parts[2]) >= kFirstShortYear;
  if (!is_short && !is_number(parts.back(), 4, 4)) return std::nullopt;
  const int day = has_day ? number(parts[0]) : 0;
  const int month = month_number(parts[parts.size() - 2]);
  if (month == 0) return std::nullopt;
  return make_date(day, month, number(parts.back()) + (is_short ? 1900 : 0));
}

/// "17.5.1980", "1980/05/17", "1980.05.00", "00.05.1980", and "00/00/1980", whose order does not matter.
std::optional<PartialDate> of_numbers(const std::vector<std::string_view>& parts, std::string_view separators) {
  const bool even = parts.size() == 3 && separators.size() == 2 && separators[0] == separators[1];
  if (!even || !is_number(parts[1], 1, 2)) return std::nullopt;
  const int month = number(parts[1]);
  if (is_number(parts[0], 4, 4) && is_number(parts[2], 1, 2) && std::string_view("./-").find(separators[0]) != std::string_view::npos) {
    return make_date(month == 0 ? 0 : number(parts[2]), month, number(parts[0]));
  }
  if (!is_number(parts[0], 1, 2) || !is_number(parts[2], 4, 4)) return std::nullopt;
  const int day = number(parts[0]);
  if (separators != ".." && (day != 0 || month != 0)) return std::nullopt;
  return make_date(month == 0 ? 0 : day, month, number(parts[2]));
}

std::optional<PartialDate> parse(std::string_view text, bool short_years) {
  text = records::trimmed(text);
  if (text.empty() || text.size() > kLongestDate) return std::nullopt;
  const std::string lower = unknown_as_noughts(plain(text));
  std::string_view date = without_time(records::trimmed(lower));
  date = without_year_word(date);
  if (date.size() > 8 && date.ends_with('z') && is_digit(date[date.size() - 2])) date.remove_suffix(1);  // XML's day in UTC, "1980-05-17Z"
  if (date.find(' ') == std::string_view::npos) {
    if (const auto iso = parse_iso_date(date.substr(0, date.find('t')))) return iso;
  }
  std::string separators;
  auto parts = split(date, separators);
  put_day_first(parts);
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  if (!is_letter(parts[parts.size() - 2].front())) return of_numbers(parts, separators);
  const bool is_plain = separators.find_first_not_of(" .-,") == std::string::npos;
  return is_plain ? with_month_name(parts, short_years) : std::nullopt;
}

}  // namespace

std::optional<PartialDate> parse_written_date(std::string_view text) { return parse(text, false); }
std::optional<PartialDate> parse_written_birth_date(std::string_view text) { return parse(text, true); }

}  // namespace darvaza::documents
