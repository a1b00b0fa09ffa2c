#include "records/term_rules.h"

#include <tuple>

namespace darvaza::records {
namespace {

/// The last day that a date may mean.
std::tuple<int, int, int> last_day(const PartialDate& date) {
  constexpr int kAfterAll = 99;
  return {date.year, date.month == 0 ? kAfterAll : date.month,
          date.day == 0 ? kAfterAll : date.day};
}
std::tuple<int, int, int> first_day(const PartialDate& date) {
  return {date.year, date.month, date.day};
}

}  // namespace

bool is_no_suspect(const EntryTerms& terms) {
  return terms.category == AlertCategory::missing_person ||
         terms.category == AlertCategory::protected_person ||
         terms.instruction == Instruction::protect;
}

bool is_calendar_day(const PartialDate& day) {
  constexpr int kFirstYear = 1900;
  return !day.known() || day.year >= kFirstYear;
}

bool is_valid_on(const PartialDate& today, const EntryTerms& terms) {
  if (!today.full()) return true;
  return (!terms.valid_from.known() || first_day(terms.valid_from) <= first_day(today)) &&
         (!terms.valid_until.known() || first_day(today) <= last_day(terms.valid_until));
}

bool ends_before_it_begins(const EntryTerms& terms) {
  return terms.valid_from.known() && terms.valid_until.known() &&
         last_day(terms.valid_until) < first_day(terms.valid_from);
}

}  // namespace darvaza::records
