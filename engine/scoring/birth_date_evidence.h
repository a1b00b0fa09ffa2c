// What dates of birth say.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "darvaza/partial_date.h"
#include "darvaza/screening_result.h"

namespace darvaza::scoring {

/// How the traveller's date of birth agrees with the best of the listed ones: exact, partial (one
/// side knows only the year, or the month), inside a range, day and month swapped, one digit off,
/// same year, near, or contradictory. Nothing when either side knows no date.
std::optional<Evidence> weigh_birth_date(const PartialDate& asked, std::span<const BirthDate> listed);

/// The weight alone, millinats; 0 when either side knows no date. Tens of nanoseconds.
std::int32_t birth_date_weight(const PartialDate& asked, std::span<const BirthDate> listed);

}  // namespace darvaza::scoring
