// The name field of a machine-readable zone.
#pragma once

#include <string_view>

#include "darvaza/traveller.h"

namespace darvaza::documents {

/// Splits a name field at its first "<<" into primary and secondary identifier and turns the other
/// fillers into single blanks (Doc 9303-3 §4.6). A name in one piece stands in `primary`. A
/// character other than '<' in the last position sets `may_be_truncated`, even where the name
/// happens to fit exactly (Doc 9303-4 §4.2.3).
TravellerName parse_mrz_name(std::string_view field);

}  // namespace darvaza::documents
