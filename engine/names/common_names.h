// Name parts that very many people share, whatever one list holds of them.
#pragma once

#include "names/token_cost.h"
#include "romanize/pivot.h"

namespace darvaza::names {

/// -ln of the share of travellers, the world over, who bear a name part that sounds like this one,
/// millinats; kUncommon for all but the few thousand most common. Every spelling in the table counts
/// exp(-cost) of its share. Learned by tools/learn/common_names.py. A list tells how rare a name is among
/// those whom it lists; Christopher and Perez are rare there and common among travellers.
/// Microseconds; the first call builds the table. Thread-safe.
Millinats common_rarity(const romanize::Sounds& token);
inline constexpr Millinats kUncommon = 1'000'000;

}  // namespace darvaza::names
