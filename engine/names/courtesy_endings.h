// Courtesies written together with a given name: Ravshan, Ravshanbek, Ravshanjon; Nadir, Nadirkhan.
#pragma once

#include <vector>

#include "names/other_ending.h"
#include "romanize/pivot.h"

namespace darvaza::names {

/// Appends the other forms of a given name by the courtesies that Central Asia, Afghanistan and Pakistan put behind it and leave out
/// again: without the one that it has, or else with each. Nothing for tokens too short to tell, such as Otabek and Aybek.
void add_courtesy_forms(const romanize::Sounds& token, std::vector<OtherEnding>& out);

}  // namespace darvaza::names
