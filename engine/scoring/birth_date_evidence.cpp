#include "scoring/birth_date_evidence.h"

#include <string>

#include "records/date_text.h"
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

/// The date, and where it was read in another calendar, what that gives: "Solar Hijri 1361-05-02 = 1982-07-24".
template <typename Date>
void append_date(const Date& date, const HijriReading* reading, std::string& out) {
  if (reading == nullptr) return records::append(date, out);
  out += reading->calendar;
  out += ' ';
  records::append(date, out);
  out += " = ";
  records::append(BirthDate{reading->days.first, reading->days.last, false}, out);
}

}  // namespace

std::optional<Evidence> weigh_birth_date(const PartialDate& asked,
                                         std::span<const BirthDate> listed) {
  const auto best = best_date(asked, listed);
  if (!best) return std::nullopt;
  const HijriReading* reading = best->hijri ? &*best->hijri : nullptr;
  const bool asked_is_hijri = is_hijri_year(asked.year);
  constexpr std::size_t kMostOfDates = 80;
  std::optional<Evidence> evidence(Evidence{EvidenceKind::birth_date, best->agreement.weight_mn, {}});
  std::string& text = evidence->text;
  text.reserve(best->agreement.words.size() + kMostOfDates);
  text += best->agreement.words;
  text += ": ";
  append_date(asked, asked_is_hijri ? reading : nullptr, text);
  text += ", listed ";
  append_date(*best->date, asked_is_hijri ? nullptr : reading, text);
  return evidence;
}

std::int32_t birth_date_weight(const PartialDate& asked, std::span<const BirthDate> listed) {
  if (!asked.known()) return 0;
  std::optional<std::int32_t> best;
  for (const BirthDate& date : listed) {
    if (!date.first.known()) continue;
    const bool one_calendar = is_hijri_year(asked.year) == is_hijri_year(date.first.year);
    const std::int32_t weight =
        one_calendar ? compare_dates(asked, date).weight_mn : compare_hijri(asked, date).agreement.weight_mn;
    if (!best || weight > *best) best = weight;
  }
  return best.value_or(0);
}

}  // namespace darvaza::scoring
