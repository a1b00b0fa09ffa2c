// Names as Russian has them behind "son of": сын Сафара, дочь Абдуллы, жена Николая.
#pragma once

#include <string_view>

#include "romanize/pivot.h"

namespace darvaza::names {

/// The sounds of what the name is called itself: Сафар, Абдулла, Николай. Clerks also leave the name as it is (сын Муса, сын Сафар): men's
/// names that end so themselves stay. `name` must be a normalised word in Cyrillic letters; any other comes back as it sounds.
romanize::Sounds sounds_of_nominative(std::string_view name);

}  // namespace darvaza::names
