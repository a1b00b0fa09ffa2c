// Dates in special service requests: AIRIMP writes 17MAY80.
#pragma once

#include <optional>
#include <string_view>

#include "darvaza/partial_date.h"
#include "manifests/edifact_date.h"

namespace darvaza::manifests {

/// Reads DDMMMYY and DDMMMYYYY with English months; a day of "00" or "XX" is unknown. Nothing for anything
/// else. `rule` says the century of two digits.
std::optional<PartialDate> parse_airimp_date(std::string_view text, YearRule rule,
                                             int reference_year);

}  // namespace darvaza::manifests
