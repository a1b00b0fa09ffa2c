// Stems of surnames as the other side of a border writes them: Qodir and Kadyr, Həsən and Gasan, Murod and Murad.
#pragma once

#include <vector>

#include "names/token_cost.h"
#include "romanize/pivot.h"

namespace darvaza::names {

/// Another form of a stem, and what it costs that the name has it.
struct OtherStem {
  romanize::Sounds sounds;
  Millinats cost = 0;
  /// Whether a surname without any ending may be it: o for a only (Komil, Kamilov) unless it is a given name of the region, so that Helen is no Galanov.
  bool may_be_bare = false;
};

/// What Russian makes of a national stem (o and ə are a, h is g), and other customary forms of the name. Few: each is searched
/// for with several endings. Empty where vowels are not written.
std::vector<OtherStem> soviet_stems(const romanize::Sounds& stem);

/// The same the other way round: what Tajik and Uzbek, and what Azerbaijani make of a Soviet stem.
std::vector<OtherStem> national_stems(const romanize::Sounds& stem);

}  // namespace darvaza::names
