#include "documents/mrz_checks.h"

#include <algorithm>

#include "documents/check_digit.h"

namespace darvaza::documents {
namespace {

constexpr char kFiller = '<';

// The check digit over characters that split_mrz has let through, which all have a value.
char check_digit_of(std::string_view field) { return check_digit(field).value_or(kFiller); }

std::size_t continuation_length(const MrzLines& zone) {
  const std::string_view optional = zone.field(zone.layout->optional);
  return std::min(optional.find(kFiller), optional.size());
}

bool is_long_number(const MrzLines& zone) {
  const MrzLayout& layout = *zone.layout;
  return layout.long_number && zone.field(layout.number_check).front() == kFiller &&
         continuation_length(zone) >= 2 && zone.field(layout.document_code) != "AC";
}

std::string composite_data(const MrzLines& zone) {
  std::string data;
  for (const MrzField& part : zone.layout->composite_over) data += zone.field(part);
  return data;
}

PlacedCheck check_over(const MrzLines& zone, std::string_view data, const MrzField& digit,
                       std::string_view field) {
  const char expected = check_digit_of(data);
  const char found = zone.field(digit).front();
  return {{field, expected, found, expected == found}, digit};
}

}  // namespace

std::string MrzNumber::text(const MrzLines& zone) const {
  return std::string(zone.field(principal)) + std::string(zone.field(rest));
}

MrzNumber number_of(const MrzLines& zone) {
  const MrzLayout& layout = *zone.layout;
  MrzNumber number{.principal = layout.number, .digit = layout.number_check};
  if (!is_long_number(zone)) return number;
  number.optional_used = continuation_length(zone);
  const std::size_t last = layout.optional.first + number.optional_used - 1;
  number.digit = {layout.optional.line, static_cast<std::uint8_t>(last),
                  static_cast<std::uint8_t>(last)};
  number.rest = {layout.optional.line, layout.optional.first, static_cast<std::uint8_t>(last - 1)};
  return number;
}

std::vector<PlacedCheck> checks_of(const MrzLines& zone) {
  const MrzLayout& layout = *zone.layout;
  const MrzNumber number = number_of(zone);
  std::vector<PlacedCheck> checks;
  checks.push_back(check_over(zone, number.text(zone), number.digit, "document number"));
  checks.push_back(
      check_over(zone, zone.field(layout.birth_date), layout.birth_check, "birth date"));
  checks.push_back(check_over(zone, zone.field(layout.expires), layout.expires_check, "expiry"));
  if (layout.optional_check.exists()) {
    const std::string_view data = zone.field(layout.optional);
    PlacedCheck placed = check_over(zone, data, layout.optional_check, "optional data");
    // Doc 9303-4 §4.2.2.2: where the field is not used its check digit may be 0 or a filler.
    const bool unused = data.find_first_not_of(kFiller) == std::string_view::npos;
    placed.check.holds |= unused && placed.check.found == kFiller;
    checks.push_back(placed);
  }
  if (layout.composite_check.exists()) {
    checks.push_back(check_over(zone, composite_data(zone), layout.composite_check, "composite"));
  }
  return checks;
}

}  // namespace darvaza::documents
