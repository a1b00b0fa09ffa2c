// Every figure of a run as rows, for spreadsheets.
#pragma once

#include <string>

#include "eval/run.h"

namespace darvaza::eval {

/// CSV with one number a row: matcher, part, item, figure, value, low, high, threshold. `part` is
/// "all", "threshold", "curve", "rank", "calibration", "cost" or the dimension of a slice; `item`
/// says which of them (the slice's value, the threshold, the point's number). What does not exist
/// is an empty field.
std::string to_csv(const Run& run);

}  // namespace darvaza::eval
