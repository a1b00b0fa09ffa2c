// Which `review` and `hit` scores keep to an alert budget?
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "darvaza/error.h"
#include "eval/list_run.h"
#include "eval/run.h"
#include "eval/screening_run.h"

namespace darvaza::eval {

/// What officers can look at, for every 1,000 travellers who are not listed.
struct AlertBudget {
  double reviews_per_1000 = 5;  ///< alerts of either kind
  double hits_per_1000 = 0.5;
};

struct AdvisedScore {
  std::string name;  ///< "review" or "hit"
  double score = 0;  ///< four decimals; 1.0001 would be needed when even 1 is too loose: then
                     ///< `reachable` is false
  bool reachable = true;
  Estimate alarm_rate;  ///< share of unlisted travellers who reach it
  Estimate recall;  ///< share of listed travellers whose true entry reaches it; kNone without any
};

struct ThresholdAdvice {
  Run run;  ///< what was measured: files and counts; no matchers
  AdvisedScore review, hit;
};

/// The lowest score that lets at most `per_1000` in 1,000 negatives raise an alarm, in steps of
/// 0.0001.
AdvisedScore advise(const std::string& name, const ScoreGroups& groups, double per_1000,
                    const BootstrapOptions& bootstrap);

/// Screens the travellers with the engine and proposes both scores. `hit` is never below `review`.
Result<ThresholdAdvice> advise_thresholds(const ListSource& source, const ScreeningData& data,
                                          const TravellerColumns& columns,
                                          const AlertBudget& budget, const EvalOptions& options);

std::string to_json(const ThresholdAdvice& advice);

}  // namespace darvaza::eval
