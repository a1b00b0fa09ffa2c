// How two dates of birth of one calendar agree.
#pragma once

#include <cstdint>
#include <string_view>

#include "darvaza/partial_date.h"

namespace darvaza::scoring {

/// How two dates agree and what that weighs, millinats.
struct DateAgreement {
  std::int32_t weight_mn = 0;
  std::string_view words;  ///< of static storage
};

/// Both dates known, in the same calendar. Looks at their precision, and at the slips of hands: day
/// and month swapped, one digit wrong, neighbouring digits swapped.
DateAgreement compare_dates(const PartialDate& asked, const BirthDate& listed);

}  // namespace darvaza::scoring
