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
};

/// Whether the stem is a given name of the region, of which surnames are made on both sides: Qodir, Tojiboy, but Helen is no Galanov.
bool is_regional_name(const romanize::Sounds& stem);

/// What Russian makes of a national stem (o and ə are a, h is g), and other customary forms of the name. Few: each is searched
/// for with several endings. Empty where vowels are not written.
std::vector<OtherStem> soviet_stems(const romanize::Sounds& stem);

/// The same the other way round: what Tajik and Uzbek, and what Azerbaijani make of a Soviet stem.
std::vector<OtherStem> national_stems(const romanize::Sounds& stem);

}  // namespace darvaza::names
