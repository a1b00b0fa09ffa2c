#include "results.h"

#include <string>

#include <fmt/core.h>

#include "border.h"
#include "shown.h"
#include "text_object.h"

using namespace darvaza::c;

darvaza_results::darvaza_results(std::vector<darvaza::ScreeningResult>&& given)
    : answers(std::move(given)),
      views(arena.list<darvaza_result>(
          answers, [&](const auto& answer, auto& view) { show(answer, view, arena); })) {}

extern "C" {

darvaza_status darvaza_results_data(const darvaza_results* results,
                                    const darvaza_result* const** answers, size_t* count) {
  return borrowing(results, answers, count, [](const auto& object) { return object.views; });
}

void darvaza_results_free(darvaza_results* results) { delete results; }

darvaza_status darvaza_results_json(const darvaza_results* results, size_t first, size_t count,
                                    darvaza_string** json, darvaza_error** error) {
  return giving(json, error, [&](auto give) -> Outcome {
    if (auto there = required(results, "results"); !there) return there;
    const std::size_t all = results->answers.size();
    if (first > all || count > all - first) {
      return tl::unexpected(Failure{
          DARVAZA_OUT_OF_RANGE,
          fmt::format("there are {} answers; {} from the one with number {} on were asked for", all,
                      count, first),
          "first"});
    }
    std::string lines;
    for (std::size_t i = first; i < first + count; ++i) {
      lines += to_json(results->answers[i]);
      lines += '\n';
    }
    return give(std::move(lines));
  });
}

}  // extern "C"
