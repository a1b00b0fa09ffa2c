// One page that shows a run in a meeting: what was measured, what came out, and how far it can be
// trusted.
#pragma once

#include <string>

#include "eval/run.h"

namespace darvaza::eval {

struct RunComparison;  // eval/compare_runs.h

/// The run as one HTML file that needs nothing else: no network, no other file. Charts are SVG in
/// the page itself, so that it is whole with scripts switched off and when it is printed; a short
/// script adds what a pointer can ask (values under it, rows in another order, matchers left out).
/// It is well-formed XML too. All text of the run is escaped, and characters that could reorder or
/// hide text are shown by their number: names come from strangers. Deterministic: the same run
/// gives the same bytes. Thread-safe.
std::string html_report(const Run& run);

/// The same for what changed between two runs.
std::string html_report(const RunComparison& comparison);

}  // namespace darvaza::eval
