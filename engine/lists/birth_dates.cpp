#include "lists/birth_dates.h"

#include <algorithm>
#include <utility>

#include "documents/written_date.h"
#include "records/trimmed.h"
#include "text/words.h"

namespace darvaza::lists {
namespace {

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

bool take_circa(std::string_view& text) {
  for (const std::string_view word : kCirca) {
    if (!text::starts_with_words(text, word)) continue;
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
  const auto a = documents::parse_written_birth_date(first);
  const auto b = documents::parse_written_birth_date(last);
  if (!a || !b) return std::nullopt;
  return between(*a, *b, circa);
}

/// Two dates around a separating word; nothing when none of the separators is there.
std::optional<BirthDate> parse_range(std::string_view text, bool circa) {
  if (text::starts_with_words(text, "between ")) text.remove_prefix(8);
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

BirthDate between(PartialDate a, PartialDate b, bool circa) {
  if (b < a) std::swap(a, b);
  return {a, b, circa};
}

std::optional<BirthDate> parse_birth_date(std::string_view text) {
  text = records::trimmed(text);
  if (text.size() > kMaxDateBytes) return std::nullopt;
  const bool circa = take_circa(text);
  if (const auto date = documents::parse_written_birth_date(text)) return BirthDate::on(*date, circa);
  if (const auto decade = parse_decade(text)) return decade;
  return parse_range(text, circa);
}

}  // namespace darvaza::lists
