#include "records/term_rules.h"

#include <chrono>
#include <tuple>

#include <fmt/core.h>

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

/// Days are of time zones, and clocks a little apart: a day of tomorrow is one of today.
bool is_behind(const Post& post) {
  using namespace std::chrono;
  if (!post.today.full() || !post.not_before.full()) return false;
  const auto days = [](const PartialDate& date) { return sys_days(year(date.year) / month(date.month) / day(date.day)); };
  return (days(post.not_before) - days(post.today)).count() > 1;
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

bool is_over(const PartialDate& today, const EntryTerms& terms) {
  return today.full() && terms.valid_until.known() && last_day(terms.valid_until) < first_day(today);
}

bool is_valid_on(const PartialDate& today, const EntryTerms& terms) {
  const bool is_to_come = today.full() && terms.valid_from.known() && first_day(today) < first_day(terms.valid_from);
  return !is_to_come && !is_over(today, terms);
}

bool is_valid_for(const Post& post, const EntryTerms& terms) {
  if (is_valid_on(post.today, terms)) return true;
  const bool has_begun = post.not_before.full() && (first_day(terms.valid_from) <= first_day(post.not_before) || is_behind(post));
  return has_begun && !is_over(post.today, terms);
}

std::string clock_fault(const Post& post) {
  if (!is_behind(post)) return {};
  return fmt::format("the lists are of {}, and it is {} here: a clock is wrong; no entry is left out for its first day of validity", to_string(post.not_before),
                     to_string(post.today));
}

bool ends_before_it_begins(const EntryTerms& terms) {
  return terms.valid_from.known() && terms.valid_until.known() &&
         last_day(terms.valid_until) < first_day(terms.valid_from);
}

}  // namespace darvaza::records
