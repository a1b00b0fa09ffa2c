#include "lists/birth_dates.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "lists/words.h"
#include "records/trimmed.h"

namespace darvaza::lists {
namespace {

constexpr std::string_view kMonths[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};
constexpr std::string_view kCirca[] = {
    "circa ", "approximately ", "approx. ", "about ", "ca. ", "c. ", "c "};
/// Longer than the longest date that any list writes.
constexpr std::size_t kMaxDateBytes = 80;

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<int> number(std::string_view text, std::size_t max_digits) {
  if (!all_digits(text) || text.size() > max_digits) return std::nullopt;
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

/// 1 to 12 for a month's English name or its first three or more letters ("Sept."); otherwise 0.
std::uint8_t month_number(std::string_view word) {
  if (!word.empty() && word.back() == '.') word.remove_suffix(1);
  if (word.size() < 3) return 0;
  for (std::uint8_t i = 0; i < 12; ++i) {
    if (starts_with_words(kMonths[i], word)) return static_cast<std::uint8_t>(i + 1);
  }
  return 0;
}

/// "17 May 1960", "May 1960".
std::optional<PartialDate> parse_worded_date(const std::vector<std::string_view>& words) {
  if (words.size() < 2 || words.size() > 3) return std::nullopt;
  const auto year = number(words.back(), 4);
  const auto day = words.size() == 3 ? number(words.front(), 2) : std::optional(0);
  const std::uint8_t month = month_number(words[words.size() - 2]);
  if (!year || words.back().size() != 4 || *year == 0 || month == 0 || !day) return std::nullopt;
  if (words.size() == 3 && *day == 0) return std::nullopt;
  const PartialDate date{static_cast<std::int16_t>(*year), month, static_cast<std::uint8_t>(*day)};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

bool take_circa(std::string_view& text) {
  for (const std::string_view word : kCirca) {
    if (!starts_with_words(text, word)) continue;
    text = records::trimmed(text.substr(word.size()));
    return true;
  }
  return false;
}

/// "1960s", in which any of ten years may be meant.
std::optional<BirthDate> parse_decade(std::string_view text) {
  if (text.size() != 5 || text[4] != 's' || text[3] != '0') return std::nullopt;
  const auto year = number(text.substr(0, 4), 4);
  if (!year || *year == 0) return std::nullopt;
  const auto first = static_cast<std::int16_t>(*year);
  return BirthDate{{first, 0, 0}, {static_cast<std::int16_t>(first + 9), 0, 0}, true};
}

std::optional<BirthDate> parse_ends(std::string_view first, std::string_view last, bool circa) {
  const auto a = parse_list_date(first);
  const auto b = parse_list_date(last);
  if (!a || !b) return std::nullopt;
  return between(*a, *b, circa);
}

/// Two dates around a separating word; nothing when none of the separators is there.
std::optional<BirthDate> parse_range(std::string_view text, bool circa) {
  if (starts_with_words(text, "between ")) text.remove_prefix(8);
  for (const std::string_view separator : {" to ", " and ", " - ", " \xE2\x80\x93 "}) {
    const auto at = text.find(separator);
    if (at == std::string_view::npos) continue;
    return parse_ends(text.substr(0, at), text.substr(at + separator.size()), circa);
  }
  if (text.size() == 9 && text[4] == '-') {
    return parse_ends(text.substr(0, 4), text.substr(5), circa);
  }
  return std::nullopt;
}

}  // namespace

std::optional<PartialDate> parse_list_date(std::string_view text) {
  text = records::trimmed(text);
  if (text.size() > kMaxDateBytes) return std::nullopt;
  const auto words = split_words(text);
  return words.size() == 1 ? parse_iso_date(text) : parse_worded_date(words);
}

BirthDate between(PartialDate a, PartialDate b, bool circa) {
  if (b < a) std::swap(a, b);
  return {a, b, circa};
}

std::optional<BirthDate> parse_birth_date(std::string_view text) {
  text = records::trimmed(text);
  if (text.size() > kMaxDateBytes) return std::nullopt;
  const bool circa = take_circa(text);
  if (const auto date = parse_list_date(text)) return BirthDate::on(*date, circa);
  if (const auto decade = parse_decade(text)) return decade;
  return parse_range(text, circa);
}

}  // namespace darvaza::lists
