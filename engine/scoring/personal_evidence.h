// What nationality and sex say.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "darvaza/screening_result.h"
#include "darvaza/state_code.h"

namespace darvaza::scoring {

/// Whether traveller and entry share a nationality, have related ones (a State and its predecessor), ones that
/// are often confused (Afghanistan and Pakistan), or none in common. Nothing when either side states none.
std::optional<Evidence> weigh_nationality(std::span<const StateCode> asked,
                                          std::span<const StateCode> listed);

/// Nothing when either side is unknown or "other".
std::optional<Evidence> weigh_sex(Sex asked, Sex listed);

/// The weights alone, millinats; 0 where there is no evidence. Tens of nanoseconds.
std::int32_t nationality_weight(std::span<const StateCode> asked, std::span<const StateCode> listed);
std::int32_t sex_weight(Sex asked, Sex listed);

}  // namespace darvaza::scoring
