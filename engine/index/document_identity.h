// When two records of lists say the same of a lost document.
#pragma once

#include <string>

#include "darvaza/watchlist_entry.h"

namespace darvaza::index {

/// All that is listed of it besides the name of the list: a record of a document has no identifier of its own, so that one
/// of which anything changes is taken out and added anew.
std::string identity_of(const LostDocument& document);

}  // namespace darvaza::index
