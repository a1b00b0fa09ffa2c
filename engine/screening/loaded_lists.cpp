#include "screening/loaded_lists.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include <fmt/core.h>

namespace darvaza::screening {
namespace {

std::chrono::sys_days days(const PartialDate& date) {
  using namespace std::chrono;
  return year(date.year) / month(date.month) / day(date.day);
}

/// Clocks may be an hour apart, and the day of the question another zone's: a release of tomorrow is one of today.
constexpr int kDaysAhead = 1;

/// Why a required list leaves answers incomplete; empty: it does not.
std::string fault_of(const ListInUse& list, const PartialDate& today) {
  if (list.age_days.value_or(0) < 0)
    return fmt::format("the required list '{}' was issued {}, and it is {} here: a clock is wrong, and nobody knows how old the list is",
                       list.list, list.issued, to_string(today));
  if (list.stale)
    return fmt::format("the required list '{}' has expired: version {}, valid until {}", list.list, list.version, list.expires);
  return {};
}

}  // namespace

LoadedLists::LoadedLists(std::vector<ListInUse> lists, std::vector<std::string> required)
    : lists_(std::move(lists)), required_(std::move(required)) {
  for (const ListInUse& list : lists_) {
    if (list.version == 0) continue;
    released_.push_back(list);
    days_.push_back({list.list, parse_iso_date(list.issued).value_or(PartialDate{}),
                     parse_iso_date(list.expires).value_or(PartialDate{})});
  }
}

void LoadedLists::tell(const PartialDate& today, ScreeningResult& answer) const {
  answer.lists = released_;
  if (lists_.empty()) {
    answer.complete = false;
    answer.problems.push_back({"list", "the index holds no list: nobody was looked for"});
  }
  for (std::size_t i = 0; today.full() && i < days_.size(); ++i) {
    ListInUse& list = answer.lists[i];
    if (days_[i].issued.full()) {
      const auto age = static_cast<std::int32_t>((days(today) - days(days_[i].issued)).count());
      list.age_days = -kDaysAhead <= age && age < 0 ? 0 : age;
    }
    list.stale = days_[i].expires.full() && days_[i].expires < today;
  }
  for (const std::string& required : required_) {
    const auto named = [&](const ListInUse& list) { return list.list == required; };
    if (std::none_of(lists_.begin(), lists_.end(), named)) {
      answer.complete = false;
      answer.problems.push_back(
          {"list", fmt::format("the required list '{}' is not loaded", required)});
      continue;
    }
    const auto told = std::find_if(answer.lists.begin(), answer.lists.end(), named);
    if (told == answer.lists.end()) continue;
    std::string fault = fault_of(*told, today);
    if (fault.empty()) continue;
    answer.complete = false;
    answer.problems.push_back({"list", std::move(fault)});
  }
}

}  // namespace darvaza::screening
