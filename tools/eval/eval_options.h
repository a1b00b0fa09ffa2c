// What a run of `darvaza eval` was asked for, whatever its kind.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "eval/baseline.h"
#include "eval/bootstrap.h"
#include "eval/labelled_table.h"

namespace darvaza::eval {

/// Somebody else's matcher: a command that a shell runs (piped_matcher.h).
struct PipedMatcher {
  std::string name;
  std::string command;
};

struct EvalOptions {
  BootstrapOptions bootstrap;
  double miss_price = 100;
  double alarm_price = 1;
  unsigned threads = 1;
  std::size_t worst = 20;  ///< how many misses and false alarms of each matcher are shown
  std::vector<Baseline> baselines;
  std::vector<PipedMatcher> matchers;
  ColumnNames columns;
  std::vector<std::string> slices;  ///< columns besides those that are always used
  std::string title;
  std::string command;  ///< as typed
  /// Told what is being done; may be empty.
  std::function<void(const std::string& stage)> progress;

  void tell(const std::string& stage) const {
    if (progress) progress(stage);
  }
};

}  // namespace darvaza::eval
