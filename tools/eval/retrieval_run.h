// A list, and queries whose person is on it: who comes first?
#pragma once

#include <string>

#include "darvaza/error.h"
#include "eval/asked_travellers.h"
#include "eval/eval_options.h"
#include "eval/evaluated.h"
#include "eval/list_run.h"

namespace darvaza::eval {

/// Reads queries (travellers with a column `entry`) and asks every matcher for the ten best.
Result<Evaluated> run_retrieval(const ListSource& source, const std::string& queries,
                                const TravellerColumns& columns, const EvalOptions& options);

}  // namespace darvaza::eval
