// The slow, obvious twin of names::token_cost: checks the fast one by definition.
#pragma once

#include "names/token_cost.h"
#include "romanize/pivot.h"

namespace darvaza::reference {

/// The least cost over all alignments, by recursion over what the last step was. No limit, exponential:
/// for short tokens only.
names::Millinats token_cost(const romanize::Sounds& a, const romanize::Sounds& b);

}  // namespace darvaza::reference
