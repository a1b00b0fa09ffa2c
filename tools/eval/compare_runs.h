// Two runs over the same cases: what changed, and could chance have done it?
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "darvaza/error.h"
#include "eval/bootstrap.h"
#include "eval/outcomes.h"
#include "eval/run.h"

namespace darvaza::eval {

/// A figure in both runs. The interval of the difference comes from drawing cases anew, the same
/// ones for both.
struct ChangedFigure {
  std::string name, label;
  double before = kNone, after = kNone;
  Estimate difference;  ///< after - before
  bool higher_is_better = true;
};

/// A case that was decided right in one run and wrong in the other.
struct FlippedCase {
  std::string id, asked, truth;
  bool positive = false;
  bool now_right = false;
  double score_before = 0, score_after = 0;
  std::uint64_t rank_before = 0, rank_after = 0;
};

struct RunComparison {
  std::string format = "darvaza-eval-comparison-1";
  Kind kind = Kind::pairs;
  std::string matcher_before, matcher_after;
  std::string date_before, date_after;
  double threshold_before = 0.5,
         threshold_after = 0.5;  ///< from which on a score is an alarm; retrieval has none
  double confidence = 0.95;
  std::uint64_t seed = 0, bootstrap_rounds = 0;
  std::uint64_t cases = 0;
  std::uint64_t both_right = 0, both_wrong = 0;
  std::uint64_t mended = 0, broken = 0;  ///< wrong before and right now; right before and wrong now
  /// McNemar's exact test: how likely it is that the flipped cases are divided at least as unevenly
  /// if both runs are equally good. 1 without flips.
  double p_value = 1;
  std::vector<ChangedFigure> figures;
  std::vector<FlippedCase> flipped;  ///< broken ones first, in the order of the data
};

/// One side of a comparison.
struct ComparedRun {
  Run run;
  Outcomes outcomes;
  std::string matcher;  ///< which one; empty: the first
  double threshold = 0.5;
};

/// Reads a run and the outcomes beside it.
Result<ComparedRun> read_compared(const std::string& json_file);

/// Both runs must be of one kind and have the same cases, by identifier, in any order;
/// ErrorCode::usage says where they differ.
Result<RunComparison> compare_runs(const ComparedRun& before, const ComparedRun& after,
                                   const BootstrapOptions& bootstrap);

/// McNemar's exact test, two-sided.
double mcnemar(std::uint64_t mended, std::uint64_t broken);

std::string to_json(const RunComparison& comparison);

}  // namespace darvaza::eval
