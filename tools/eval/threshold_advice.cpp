#include "eval/threshold_advice.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <fmt/core.h>

#include "eval/described_json.h"
#include "eval/measures.h"
#include "eval/run_describe.h"

namespace darvaza::eval {

BOOST_DESCRIBE_STRUCT(AdvisedScore, (), (name, score, reachable, alarm_rate, recall))

namespace {

constexpr double kSteps = 10000;  // scores have four decimals

}  // namespace

AdvisedScore advise(const std::string& name, const ScoreGroups& groups, double per_1000,
                    const BootstrapOptions& bootstrap) {
  const double allowed = per_1000 / 1000 * static_cast<double>(groups.negatives);
  AdvisedScore advised;
  advised.name = name;
  std::uint64_t alarms = 0;
  double step = 0;  // every score down to 0 keeps to the budget unless a group below says otherwise
  for (const ScoreGroup& group : groups.groups) {
    alarms += group.negatives;
    if (static_cast<double>(alarms) <= allowed) continue;
    step = std::floor(group.score * kSteps + 0.5) + 1;  // just above the group that is too much
    break;
  }
  advised.reachable = step <= kSteps;
  advised.score = std::clamp(step, 0.0, kSteps) / kSteps;
  const ThresholdRow row = decide(groups, advised.score);
  const std::vector<std::uint64_t> counts = {row.false_positives, row.true_negatives,
                                             row.true_positives, row.false_negatives};
  const auto shares = [](const std::vector<std::uint64_t>& c) {
    const auto share = [](std::uint64_t part, std::uint64_t rest) {
      return part + rest == 0 ? kNone
                              : static_cast<double>(part) / static_cast<double>(part + rest);
    };
    return std::vector<double>{share(c[0], c[1]), share(c[2], c[3])};
  };
  std::vector<std::uint64_t> drawn;
  const std::vector<Estimate> estimates =
      intervals(bootstrap, shares(counts), [&](perturb::Random& random) {
        draw_counts(random, counts, drawn);
        return shares(drawn);
      });
  advised.alarm_rate = estimates[0];
  advised.recall = estimates[1];
  bound_exactly(bootstrap, row.false_positives, groups.negatives, advised.alarm_rate);
  bound_exactly(bootstrap, row.true_positives, groups.positives, advised.recall);
  return advised;
}

Result<ThresholdAdvice> advise_thresholds(const ListSource& source, const ScreeningData& data,
                                          const TravellerColumns& columns,
                                          const AlertBudget& budget, const EvalOptions& options) {
  if (budget.hits_per_1000 > budget.reviews_per_1000) {
    return fail(ErrorCode::usage,
                fmt::format("the budget of hits ({:g} in 1,000) is part of that of alerts ({:g}): it cannot be larger; "
                            "give both",
                            budget.hits_per_1000, budget.reviews_per_1000));
  }
  const auto start = std::chrono::steady_clock::now();
  ThresholdAdvice advice;
  advice.run = begin_run(Kind::screening, options);
  const auto travellers = read_screening_data(data, columns, advice.run);
  if (!travellers) return tl::unexpected<Error>(travellers.error());
  Result<AskedList> list = AskedList::open(source, options, advice.run);
  if (!list) return tl::unexpected<Error>(list.error());
  options.tell("darvaza");
  const std::vector<FoundEntries> answers =
      engine_answers(list->screener(), *travellers, options.threads, list->persons());
  std::vector<ScoredCase> cases;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const AskedTraveller& asked = (*travellers)[i];
    cases.push_back({deciding_score(asked, answers[i], list->persons()), !asked.truth.empty()});
  }
  const ScoreGroups groups = group_by_score(std::move(cases));
  if (groups.negatives == 0) {
    return fail(ErrorCode::input_refused, "expected unlisted travellers", data.negatives);
  }
  advice.review = advise("review", groups, budget.reviews_per_1000, options.bootstrap);
  advice.hit = advise("hit", groups, budget.hits_per_1000, options.bootstrap);
  // Below ten alarms the next such sample may well have twice as many.
  constexpr double kFewAlarms = 10;
  if (budget.hits_per_1000 / 1000 * static_cast<double>(groups.negatives) < kFewAlarms) {
    advice.run.remarks.push_back(
        fmt::format("{} unlisted travellers make fewer than ten alarms at this budget: bring more "
                    "of them, or expect the "
                    "score of 'hit' to move",
                    groups.negatives));
  }
  advice.run.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return advice;
}

std::string to_json(const ThresholdAdvice& advice) {
  std::string text = "{\"format\": \"darvaza-eval-thresholds-1\",\n\"unlisted\": ";
  JsonWriter writer(text);
  writer.write(advice.run.cases - advice.run.positives);
  text += ",\n\"listed\": ";
  writer.write(advice.run.positives);
  text += ",\n\"review\": ";
  writer.write(advice.review);
  text += ",\n\"hit\": ";
  writer.write(advice.hit);
  text += ",\n\"remarks\": ";
  writer.write(advice.run.remarks);
  return text + "}\n";
}

}  // namespace darvaza::eval
