// A run with the outcome of each case.
#pragma once

#include "eval/eval_options.h"
#include "eval/outcomes.h"
#include "eval/run.h"

namespace darvaza::eval {

struct Evaluated {
  Run run;
  Outcomes outcomes;
};

/// A run that says when, with which engine and how it was asked for, and holds nothing else.
Run begin_run(Kind kind, const EvalOptions& options);

}  // namespace darvaza::eval
