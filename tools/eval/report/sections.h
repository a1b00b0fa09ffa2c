// The sections of the report, a file each. Each gives a whole <section>, or nothing where the run
// has nothing to show.
#pragma once

#include <string>

#include "eval/run.h"

namespace darvaza::eval::report {

std::string summary_section(const Run& run);     ///< in words, with the three numbers that matter
std::string matchers_section(const Run& run);    ///< every figure of every matcher
std::string curves_section(const Run& run);      ///< charts
std::string thresholds_section(const Run& run);  ///< what each threshold does, and what it costs
std::string slices_section(const Run& run);      ///< by script, kind, country ...
std::string cases_section(const Run& run);       ///< the worst misses and false alarms
std::string provenance_section(const Run& run);  ///< what was measured with what
std::string glossary_section(const Run& run);    ///< what the terms mean

}  // namespace darvaza::eval::report
