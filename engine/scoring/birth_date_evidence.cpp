#include "scoring/birth_date_evidence.h"

#include <string>

#include <fmt/format.h>

#include "scoring/calendars.h"
#include "scoring/date_agreement.h"
#include "scoring/hijri_agreement.h"

namespace darvaza::scoring {
namespace {

/// The listed date that agrees best, and how.
struct BestDate {
  DateAgreement agreement;
  const BirthDate* date;
  std::optional<HijriReading> hijri;  ///< how a date of another calendar was read
};

BestDate compare_with(const PartialDate& asked, const BirthDate& listed) {
  if (is_hijri_year(asked.year) == is_hijri_year(listed.first.year)) {
    return {compare_dates(asked, listed), &listed, std::nullopt};
  }
  const HijriAgreement best = compare_hijri(asked, listed);
  return {best.agreement, &listed, best.reading};
}

std::optional<BestDate> best_date(const PartialDate& asked, std::span<const BirthDate> listed) {
  std::optional<BestDate> best;
  for (const BirthDate& date : listed) {
    if (!asked.known() || !date.first.known()) continue;
    const BestDate found = compare_with(asked, date);
    if (!best || found.agreement.weight_mn > best->agreement.weight_mn) best = found;
  }
  return best;
}

/// "Solar Hijri 1361-05-02 = 1982-07-24".
std::string converted(const HijriReading& reading, const std::string& written) {
  const std::string days = to_string(BirthDate{reading.days.first, reading.days.last, false});
  return fmt::format("{} {} = {}", reading.calendar, written, days);
}

}  // namespace

std::optional<Evidence> weigh_birth_date(const PartialDate& asked,
                                         std::span<const BirthDate> listed) {
  const auto best = best_date(asked, listed);
  if (!best) return std::nullopt;
  std::string asked_text = to_string(asked), listed_text = to_string(*best->date);
  if (best->hijri) {
    std::string& hijri_text = is_hijri_year(asked.year) ? asked_text : listed_text;
    hijri_text = converted(*best->hijri, hijri_text);
  }
  return Evidence{EvidenceKind::birth_date, best->agreement.weight_mn,
                  fmt::format("{}: {}, listed {}", best->agreement.words, asked_text, listed_text)};
}

std::int32_t birth_date_weight(const PartialDate& asked, std::span<const BirthDate> listed) {
  const auto best = best_date(asked, listed);
  return best ? best->agreement.weight_mn : 0;
}

}  // namespace darvaza::scoring
