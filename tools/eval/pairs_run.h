// Labelled pairs of names: one person's, or not?
#pragma once

#include <string>

#include "darvaza/error.h"
#include "eval/eval_options.h"
#include "eval/evaluated.h"

namespace darvaza::eval {

/// Reads pairs from `path` (columns name_a, name_b, match; docs/eval.md) and scores them with the
/// engine, the baselines and the other matchers that `options` name.
Result<Evaluated> run_pairs(const std::string& path, const EvalOptions& options);

}  // namespace darvaza::eval
