#include "index/document_record.h"

#include <algorithm>
#include <chrono>
#include <cstring>

#include <fmt/core.h>

#include "index/number_shape.h"
#include "index/packed_number.h"

namespace darvaza::index {
namespace {

// A short date: 7 bits of year, 4 of month, 5 of day; 0: unknown.
constexpr int kYearBefore = 1959;
constexpr int kMostYears = 127;

std::optional<std::uint16_t> short_date(PartialDate date) {
  if (date == PartialDate{}) return 0;
  const int year = date.year - kYearBefore;
  if (year < 1 || year > kMostYears || date.month > 15 || date.day > 31) return std::nullopt;
  return static_cast<std::uint16_t>(year << 9 | date.month << 5 | date.day);
}

PartialDate long_date(std::uint16_t date) {
  if (date == 0) return {};
  return {static_cast<std::int16_t>(kYearBefore + (date >> 9)),
          static_cast<std::uint8_t>(date >> 5 & 15), static_cast<std::uint8_t>(date & 31)};
}

std::chrono::year_month_day calendar(PartialDate date) {
  return {std::chrono::year(date.year), std::chrono::month(date.month), std::chrono::day(date.day)};
}

// Days from loss to report, in 8 bits.
constexpr std::uint32_t kNotStated = 255;
constexpr std::uint32_t kMostDays = 254;

std::optional<std::uint32_t> days_before(PartialDate lost, PartialDate reported) {
  if (lost == PartialDate{}) return kNotStated;
  if (!calendar(lost).ok() || !calendar(reported).ok()) return std::nullopt;
  const auto days =
      (std::chrono::sys_days(calendar(reported)) - std::chrono::sys_days(calendar(lost))).count();
  if (days < 0 || days > static_cast<std::int64_t>(kMostDays)) return std::nullopt;
  return static_cast<std::uint32_t>(days);
}

PartialDate date_before(PartialDate reported, std::uint32_t days) {
  if (days == kNotStated || !calendar(reported).ok()) return {};
  const std::chrono::year_month_day date(std::chrono::sys_days(calendar(reported)) -
                                         std::chrono::days(days));
  return {static_cast<std::int16_t>(static_cast<int>(date.year())),
          static_cast<std::uint8_t>(static_cast<unsigned>(date.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(date.day()))};
}

PartialDate years_after(PartialDate reported, std::uint8_t years) {
  if (years == 0) return {};
  reported.year = static_cast<std::int16_t>(reported.year + years);
  return reported;
}

/// The years between report and review; nothing when the review does not follow from the report.
std::optional<std::uint8_t> review_years(const LostDocument& document) {
  if (document.review == PartialDate{}) return 0;
  const int years = document.review.year - document.reported.year;
  constexpr int kMost = 100;
  if (!document.reported.known() || years < 1 || years > kMost) return std::nullopt;
  const auto rule = static_cast<std::uint8_t>(years);
  return years_after(document.reported, rule) == document.review ? std::optional(rule)
                                                                 : std::nullopt;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The final digits of a reference, as many as 24 bits hold.
std::size_t final_digits(std::string_view reference) {
  std::size_t count = 0;
  while (count < std::min<std::size_t>(kMostReferenceDigits, reference.size()) &&
         is_digit(reference[reference.size() - 1 - count]))
    ++count;
  return count;
}

bool write_serial_form(const LostDocument& document, ShortDocument& out) {
  const auto years = review_years(document);
  const auto days = days_before(document.lost, document.reported);
  const std::size_t digits = final_digits(document.reference);
  if (!years || !days || (digits == 0 && !document.reference.empty())) return false;
  out.facts.form = DocumentForm::serial;
  out.facts.review_years = *years;
  out.facts.reference = document.reference.substr(0, document.reference.size() - digits);
  out.facts.reference_digits = static_cast<std::uint8_t>(digits);
  std::uint32_t serial = 0;
  for (const char c :
       std::string_view(document.reference).substr(document.reference.size() - digits))
    serial = serial * 10 + static_cast<std::uint32_t>(c - '0');
  out.fields.rest = *days | serial << 8;
  return true;
}

bool write_dates_form(const LostDocument& document, ShortDocument& out) {
  const auto lost = short_date(document.lost), review = short_date(document.review);
  if (!lost || !review || !document.reference.empty()) return false;
  out.facts.form = DocumentForm::dates;
  out.fields.rest = *lost | static_cast<std::uint32_t>(*review) << 16;
  return true;
}

}  // namespace

DocumentRecord to_record(const DocumentFields& fields) {
  DocumentRecord record;
  for (std::size_t i = 0; i < 3; ++i)
    record.words[i] = static_cast<std::uint16_t>(fields.number >> 16 * i);
  record.words[3] = fields.attributes;
  record.words[4] = fields.reported;
  record.words[5] = static_cast<std::uint16_t>(fields.rest);
  record.words[6] = static_cast<std::uint16_t>(fields.rest >> 16);
  return record;
}

DocumentFields to_fields(const DocumentRecord& record) {
  const auto& w = record.words;
  return {w[0] | static_cast<std::uint64_t>(w[1]) << 16 | static_cast<std::uint64_t>(w[2]) << 32,
          w[3], w[4], w[5] | static_cast<std::uint32_t>(w[6]) << 16};
}

CommonFacts facts_in_common(const LostDocument& document) {
  CommonFacts facts;
  facts.list = document.list;
  facts.type = document.type;
  facts.issuing_state = document.issuing_state;
  facts.reporting_state = document.reporting_state;
  facts.status = document.status;
  return facts;
}

std::optional<ShortDocument> shorten(const LostDocument& document, std::string_view normalised) {
  if (!document.range_end.empty()) return std::nullopt;
  const auto number = pack_number(normalised);
  auto shape = shape_of(document.number, normalised);
  const auto reported = short_date(document.reported);
  if (!number || !shape || !reported) return std::nullopt;
  ShortDocument out{facts_in_common(document), {*number, 0, *reported, 0}};
  if (!write_serial_form(document, out) && !write_dates_form(document, out)) return std::nullopt;
  out.facts.shape = std::move(*shape);
  return out;
}

LostDocument expand(const CommonFacts& facts, const DocumentFields& fields) {
  LostDocument document;
  document.list = facts.list;
  document.type = facts.type;
  document.issuing_state = facts.issuing_state;
  document.reporting_state = facts.reporting_state;
  document.status = facts.status;
  char room[documents::kLongestNumber];
  document.number = shaped(facts.shape, unpack_number(fields.number, room));
  document.reported = long_date(fields.reported);
  if (facts.form == DocumentForm::dates) {
    document.lost = long_date(static_cast<std::uint16_t>(fields.rest));
    document.review = long_date(static_cast<std::uint16_t>(fields.rest >> 16));
    return document;
  }
  document.lost = date_before(document.reported, fields.rest & 255);
  document.review = years_after(document.reported, facts.review_years);
  if (facts.reference_digits != 0)
    document.reference =
        fmt::format("{}{:0{}}", facts.reference, fields.rest >> 8, facts.reference_digits);
  return document;
}

}  // namespace darvaza::index
