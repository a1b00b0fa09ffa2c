#include "screening/personal_facts.h"

#include <algorithm>

#include "documents/personal_number.h"
#include "scoring/calendars.h"

namespace darvaza::screening {
namespace {

using documents::PersonalNumber;

enum class Agreement : std::uint8_t { completes, confirms, contradicts };

/// How a whole date agrees with a stated one. 1 January stands for "day unknown" in most registers of the region, and a
/// date of another calendar can only be compared by what weighs it.
Agreement agreement(const PartialDate& stated, const PartialDate& whole) {
  if (stated == whole || scoring::is_hijri_year(stated.year)) return Agreement::confirms;
  if (!stated.known()) return Agreement::completes;
  if (stated.year != whole.year) return Agreement::contradicts;
  const bool first_of_year = stated.month == 1 && stated.day == 1;
  if (stated.month == 0 || first_of_year) return Agreement::completes;
  return stated.day == 0 && stated.month == whole.month ? Agreement::completes : Agreement::contradicts;
}

std::optional<PersonalNumber> facts_of(const TravelDocument& document, const Traveller& traveller) {
  StateCode state = document.issuing_state;
  if (state.empty() && traveller.nationalities.size() == 1) state = traveller.nationalities.front();
  return documents::facts_of_number(state, document.number);
}

bool is_stated(Sex sex) { return sex == Sex::female || sex == Sex::male; }

/// Takes facts into a copy of the traveller that is made when the first of them is new.
class Completion {
 public:
  Completion(const Traveller& traveller, std::optional<Traveller>& completed, std::vector<Problem>& problems)
      : traveller_(traveller), completed_(completed), problems_(problems) {}

  void add(const PersonalNumber& facts) {
    if (facts.birth_date.known()) add_birth_date(facts.birth_date);
    if (!is_stated(facts.sex) || current().sex == facts.sex) return;
    if (is_stated(current().sex)) return report("the sex in it differs from the stated one");
    if (current().sex == Sex::unknown) copy().sex = facts.sex;
  }

  const Traveller& current() const { return completed_ ? *completed_ : traveller_; }

 private:
  void add_birth_date(const PartialDate& date) {
    switch (agreement(current().birth_date, date)) {
      case Agreement::completes:
        copy().birth_date = date;
        copy().birth_date_doubtful = false;
        break;
      case Agreement::confirms:
        if (current().birth_date_doubtful && current().birth_date == date) copy().birth_date_doubtful = false;
        break;
      case Agreement::contradicts:
        report("the date of birth in it differs from the stated one");
    }
  }

  void report(std::string_view text) { problems_.push_back({"personal number", std::string(text)}); }

  Traveller& copy() {
    if (!completed_) completed_ = traveller_;
    return *completed_;
  }

  const Traveller& traveller_;
  std::optional<Traveller>& completed_;
  std::vector<Problem>& problems_;
};

}  // namespace

const Traveller& with_personal_numbers(const Traveller& traveller, std::optional<Traveller>& completed,
                                       std::vector<Problem>& problems) {
  Completion completion(traveller, completed, problems);
  for (const TravelDocument& document : traveller.documents) {
    if (const auto facts = facts_of(document, traveller)) completion.add(*facts);
  }
  return completion.current();
}

void add_personal_numbers(WatchlistEntry& entry) {
  for (const ListedDocument& document : entry.documents) {
    const auto facts = documents::facts_of_number(document.issuing_state, document.number);
    if (!facts) continue;
    if (entry.sex == Sex::unknown) entry.sex = facts->sex;
    if (!facts->birth_date.known()) continue;
    const bool adds = std::all_of(entry.birth_dates.begin(), entry.birth_dates.end(), [&](const BirthDate& date) {
      return !date.is_range() && agreement(date.first, facts->birth_date) == Agreement::completes;
    });
    if (adds) entry.birth_dates.push_back(BirthDate::on(facts->birth_date));
  }
}

}  // namespace darvaza::screening
