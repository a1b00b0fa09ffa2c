#include "manifests/airimp_date.h"

#include <algorithm>
#include <string>

#include <fmt/core.h>

#include "documents/mrz_date.h"
#include "manifests/trim.h"
#include "documents/written_date.h"

namespace darvaza::manifests {
namespace {

bool has_shape(std::string_view text) {
  if (text.size() != 7 && text.size() != 9) return false;
  const std::size_t first = text.starts_with("XX") ? 2 : 0;
  for (std::size_t i = first; i < text.size(); ++i) {
    const bool month = i >= 2 && i < 5;
    if (month ? !is_letter(text[i]) : !is_digit(text[i])) return false;
  }
  return true;
}

}  // namespace

std::optional<PartialDate> parse_airimp_date(std::string_view text, YearRule rule,
                                             int reference_year) {
  const std::string compact = to_upper(without_blanks(text.substr(0, 32)));
  if (!has_shape(compact)) return std::nullopt;
  const std::string_view day = std::string_view(compact).substr(0, 2);
  std::string year = compact.substr(5);
  if (year.size() == 2) {
    const int digits = (year[0] - '0') * 10 + (year[1] - '0');
    year = fmt::format("{}", rule == YearRule::past
                                 ? documents::century_of_birth(digits, reference_year)
                                 : documents::century_of_expiry(digits, reference_year));
  }
  return documents::parse_written_date(fmt::format("{} {} {}", day, compact.substr(2, 3), year));
}

}  // namespace darvaza::manifests
