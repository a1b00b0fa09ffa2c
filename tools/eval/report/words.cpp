#include "eval/report/words.h"

#include <algorithm>
#include <cmath>

namespace darvaza::eval::report {

const KindWords& words_of(Kind kind) {
  static constexpr KindWords kPairs = {"Pairs of names",
                                       "pairs",
                                       "pairs of one person",
                                       "pairs of two people",
                                       "A pair of one person whose names were not recognised",
                                       "A pair of two people who were taken for one"};
  static constexpr KindWords kRetrieval = {
      "Finding listed people",   "queries", "queries", "", "A query whose person was not put first",
      "Another person put first"};
  static constexpr KindWords kScreening = {
      "Screening travellers",
      "travellers",
      "listed travellers",
      "travellers who are not listed",
      "A listed traveller who was not recognised",
      "A traveller who is not listed and was taken for somebody who is"};
  return kind == Kind::pairs ? kPairs : kind == Kind::retrieval ? kRetrieval : kScreening;
}

const Figure* find_figure(const Matcher& matcher, std::string_view name) {
  const auto found = std::find_if(matcher.figures.begin(), matcher.figures.end(),
                                  [&](const Figure& figure) { return figure.name == name; });
  return found == matcher.figures.end() ? nullptr : &*found;
}

const Figure* first_figure(const Matcher& matcher, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const Figure* figure = find_figure(matcher, name);
    if (figure != nullptr && !std::isnan(figure->estimate.value)) return figure;
  }
  return nullptr;
}

const Figure* main_figure(const Run& run, const Matcher& matcher) {
  if (run.kind == Kind::retrieval) return first_figure(matcher, {"r_at_1"});
  constexpr std::uint64_t kFewestAlarms = 10;
  const std::uint64_t negatives = run.cases - run.positives;
  if (negatives >= kFewestAlarms * 1000) {
    return first_figure(matcher, {"recall_at_1_in_1000", "recall_at_1_in_100", "auc"});
  }
  return first_figure(matcher, {"recall_at_1_in_100", "recall_at_1_in_1000", "auc"});
}

}  // namespace darvaza::eval::report
