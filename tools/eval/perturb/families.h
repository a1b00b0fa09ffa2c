// The families of variations, a file each.
#pragma once

#include <vector>

#include "eval/perturb/variation.h"

namespace darvaza::perturb {

std::vector<Variation> unchanged();      ///< unchanged: the control
std::vector<Variation> romanisations();  ///< romanise-<orthography>: native letters in Latin ones
std::vector<Variation> nativisations();  ///< native-<orthography>: Latin letters in Cyrillic ones
std::vector<Variation> zones();          ///< zone-...: letters and length of machine-readable zones
std::vector<Variation>
spellings();  ///< spelling-...: habits, lost diacritics, letters of another script
std::vector<Variation> typing_slips();  ///< typing-...
std::vector<Variation> ocr_slips();     ///< ocr-...
std::vector<Variation> word_changes();  ///< words-...: order, absence, joining, initials
std::vector<Variation> date_slips();    ///< date-...

}  // namespace darvaza::perturb
