#include "index/dated_names.h"

#include <tuple>

#include "index/parallel.h"

namespace darvaza::index {

void DatedNamesBuilder::add(NameId name, std::span<const BirthDate> dates, StateNumber state) {
  const std::size_t first = filed_.size();
  for (const BirthDate& date : dates) {
    for (const PartialDate& day : {date.first, date.last}) {
      const YearCode year = year_code(day.year);
      if (!day.full() || year == kAnyYear) continue;
      const auto list = static_cast<std::uint16_t>(dated_list(year, day_code(day.month, day.day)));
      const auto own = std::span(filed_).subspan(first);
      const bool known = std::any_of(own.begin(), own.end(), [&](const Filed& filed) { return filed.list == list; });
      if (!known) filed_.push_back({list, state, name});
    }
  }
}

DatedNames DatedNamesBuilder::finish(unsigned threads) {
  sort_distinct(threads, filed_, [](const Filed& a, const Filed& b) { return std::tuple(a.list, a.name) < std::tuple(b.list, b.name); });
  DatedNames dated;
  dated.begin.resize(kDatedLists + 1);
  dated.names.reserve(filed_.size());
  dated.states.reserve(filed_.size());
  for (const Filed& filed : filed_) {
    ++dated.begin[filed.list + std::size_t{1}];
    dated.names.push_back(filed.name);
    dated.states.push_back(filed.state);
  }
  for (std::size_t i = 1; i < dated.begin.size(); ++i) dated.begin[i] += dated.begin[i - 1];
  filed_ = {};
  return dated;
}

}  // namespace darvaza::index
