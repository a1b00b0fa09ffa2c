// What a run of `darvaza eval` says on the terminal.
#pragma once

#include <string>

#include "eval/run.h"

namespace darvaza::tool {

/// What was measured, the figures of each matcher side by side, the engine's slices and its worst
/// cases.
std::string run_text(const eval::Run& run);

/// "0.9512 (0.9401 to 0.9620)"; "-" when there is no figure.
std::string estimate_text(const eval::Estimate& estimate);

}  // namespace darvaza::tool
