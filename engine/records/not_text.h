// What stands in a traveller's name or document number for a value that could not be read.
#pragma once

#include <string_view>

namespace darvaza::records {

/// U+FFFC, Unicode's stand-in for what is no text. Readers put it where a key or a cell held a name or a number that nobody can search for:
/// it goes with the traveller through every interface, and makes the answer incomplete.
inline constexpr std::string_view kNotText = "\xEF\xBF\xBC";

}  // namespace darvaza::records
