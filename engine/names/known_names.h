// Well-known names: which of them are spellings of one another, and which are two names, however like.
#pragma once

#include <cstdint>
#include <span>

#include "names/token_cost.h"
#include "romanize/pivot.h"

namespace darvaza::names {

/// What it costs, beyond the difference of their sounds, that two tokens are two well-known names. Sounds alone do not tell Karim and
/// Karam from Karim and Kareem. How much seldomer two such names meet in one person's names than in two persons', by the cautious side
/// of what tools/learn/other_name_share.py measures (docs/decisions/0047-other-names.md).
inline constexpr Millinats kOtherName = in_steps(2500);

/// The well-known names of which `token`, as it is written, is a spelling: ascending, none of most words. From known_names.inc, learned
/// by tools/learn/known_names.py. The first call builds the table, in some 15 ms; Screener::open makes it. Thread-safe.
std::span<const std::uint16_t> known_names(const romanize::Sounds& token);

/// kOtherName if both are spellings of well-known names, of none together, and not customary other forms of one; otherwise 0. The same of
/// Kamaluddin and Jamaluddin, Habibullah and Hamidullah, whose first halves are such. Symmetric.
Millinats other_name_cost(const romanize::Sounds& a, const romanize::Sounds& b);

}  // namespace darvaza::names
