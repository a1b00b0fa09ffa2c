#include "screening/search_recall.h"

#include <fmt/core.h>

#include "screening/screening_test_support.h"

namespace darvaza::screening {

double SearchRecall::share() const {
  return queries == 0 ? 0 : static_cast<double>(same) / static_cast<double>(queries);
}

void SearchRecall::print(std::string_view what) const {
  fmt::print("{}: the index finds the best candidate of {} of {} queries ({:.5f})\n", what, same,
             queries, share());
}

namespace {

void print_difference(const Traveller& traveller, const ScreeningResult& indexed,
                      const ScreeningResult& exhaustive) {
  fmt::print("asked {}\n  every name: {}\n  the index:  {}\n", traveller.names.front().full(), to_json(exhaustive), to_json(indexed));
}

}  // namespace

SearchRecall measure_recall(const Screener& screener, const std::vector<Traveller>& travellers) {
  constexpr unsigned kAllProcessors = 0;
  ScreeningOptions options;
  options.top = 1;
  std::vector<ScreeningResult> indexed(travellers.size()), exhaustive(travellers.size());
  screener.screen_batch(travellers, options, kAllProcessors, indexed);
  options.exhaustive = true;
  screener.screen_batch(travellers, options, kAllProcessors, exhaustive);
  SearchRecall recall;
  for (std::size_t i = 0; i < travellers.size(); ++i) {
    if (exhaustive[i].candidates.empty()) continue;
    ++recall.queries;
    const bool same = ids(indexed[i]) == ids(exhaustive[i]);
    recall.same += same;
    if (!same) print_difference(travellers[i], indexed[i], exhaustive[i]);
  }
  return recall;
}

}  // namespace darvaza::screening
