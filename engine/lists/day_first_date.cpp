#include "lists/day_first_date.h"

#include <algorithm>

#include "records/trimmed.h"

namespace darvaza::lists {
namespace {

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "00", "dd", "MM": a part that nobody knows.
bool is_unknown(std::string_view part) {
  return part == "00" || std::all_of(part.begin(), part.end(), [](char c) {
           return c == 'd' || c == 'D' || c == 'm' || c == 'M';
         });
}

}  // namespace

std::string day_first_date(std::string_view text) {
  text = records::trimmed(text);
  const bool has_shape = text.size() == 10 && (text[2] == '/' || text[2] == '-') &&
                         text[5] == text[2] && all_digits(text.substr(6));
  if (!has_shape) return std::string(text);
  const std::string_view day = text.substr(0, 2);
  const std::string_view month = text.substr(3, 2);
  std::string date(text.substr(6));
  if (is_unknown(month)) return date;
  date += '-';
  date += month;
  if (is_unknown(day)) return date;
  date += '-';
  date += day;
  return date;
}

}  // namespace darvaza::lists
