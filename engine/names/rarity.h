// How much the agreement of one token can say, before any list is looked at.
#pragma once

#include "names/token_cost.h"
#include "romanize/pivot.h"

namespace darvaza::names {

/// The most that agreement of a token of these sounds is worth, millinats: every sound shuts out more
/// of the names that there are, so that short tokens meet by chance however rare they are in one list
/// (measured: on names of other regions the list's own frequencies alone raised three times as many false
/// alarms). Arabic-script tokens leave their short vowels out and say more by each sound.
Millinats most_rarity(const romanize::Sounds& token);

}  // namespace darvaza::names
