// Dates of birth in the words of watchlists.
#pragma once

#include <optional>
#include <string_view>

#include "darvaza/partial_date.h"

namespace darvaza::lists {

/// A date of birth as OFAC, the UN and OpenSanctions write it: a date; "circa" or "approximately"
/// before it; "A to B", "A - B", "between A and B", "1979-1982" with any two dates; "1960s". Ends
/// in the wrong order are put right. Nothing when the text cannot be read as a whole.
std::optional<BirthDate> parse_birth_date(std::string_view text);

/// The range between two dates, in either order.
BirthDate between(PartialDate a, PartialDate b, bool circa);

}  // namespace darvaza::lists
