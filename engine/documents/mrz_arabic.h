// Names that a zone holds letter by letter in Arabic script.
#pragma once

#include <optional>

#include "darvaza/state_code.h"
#include "darvaza/traveller.h"

namespace darvaza::documents {

/// The name in Arabic letters where `printed` was written by Doc 9303-3 §6.C: it has X-escapes,
/// nothing else than codes of Arabic letters, and the issuer or the nationality is that of a State
/// where names are written in Arabic script (or Utopia). Without the last condition Chinese and
/// Albanian names (XIN, XHAFER) would be taken for escapes. A code that the end of the field has
/// cut is left out. Nothing in all other cases.
std::optional<TravellerName> arabic_name(const TravellerName& printed, StateCode issuer,
                                         StateCode nationality);

}  // namespace darvaza::documents
