#include "records/date_text.h"

#include <iterator>

#include <fmt/format.h>

namespace darvaza::records {
namespace {

/// Years of four digits: all that PartialDate is meant to hold.
bool is_usual(const PartialDate& date) {
  return date.year > 0 && date.year <= 9999 && date.month < 100 && date.day < 100;
}

char* put_two_digits(int value, char* out) {
  *out++ = static_cast<char>('0' + value / 10);
  *out++ = static_cast<char>('0' + value % 10);
  return out;
}

void append_usual(const PartialDate& date, std::string& out) {
  char text[10];
  char* end = put_two_digits(date.year % 100, put_two_digits(date.year / 100, text));
  for (const int part : {date.month, date.day}) {
    if (part == 0) break;
    *end++ = '-';
    end = put_two_digits(part, end);
  }
  out.append(text, end);
}

}  // namespace

void append(const PartialDate& date, std::string& out) {
  if (!date.known()) return;
  if (is_usual(date)) return append_usual(date, out);
  fmt::format_to(std::back_inserter(out), "{:04}", date.year);
  for (const int part : {date.month, date.day}) {
    if (part == 0) return;
    fmt::format_to(std::back_inserter(out), "-{:02}", part);
  }
}

void append(const BirthDate& date, std::string& out) {
  if (date.circa) out += "circa ";
  append(date.first, out);
  if (!date.is_range()) return;
  out += " to ";
  append(date.last, out);
}

}  // namespace darvaza::records
