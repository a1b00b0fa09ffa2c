// Names whose letters stand apart, "N A D E R  D A R Y A G O Z A R", as forms with a box a letter deliver them.
#pragma once

#include <optional>

#include "darvaza/traveller.h"

namespace darvaza::screening {

struct SpacedLetters {
  TravellerName joined;
  bool gap_unknown = false;  ///< it has become one word: nothing shows where the first name ends
};

/// The name with three or more single letters in a row, one blank between them, joined into a word; wider gaps part words. Nothing for a name
/// without such a row. A further reading: "J R R" may be initials.
std::optional<SpacedLetters> join_spaced_letters(const TravellerName& name);

/// Whether a name has letters and no word of two or more.
bool is_of_single_letters(const TravellerName& name);

}  // namespace darvaza::screening
