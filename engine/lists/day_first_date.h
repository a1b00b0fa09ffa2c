// Dates written with the day first, as the United Kingdom and Canada do.
#pragma once

#include <string>
#include <string_view>

namespace darvaza::lists {

/// "17/05/1960" and "17-05-1960" as "1960-05-17". Unknown parts, written "00" or in letters
/// ("dd/mm/1960", "00/05/1960"), are left out: "1960", "1960-05". Anything else comes back trimmed
/// and otherwise as it is.
std::string day_first_date(std::string_view text);

}  // namespace darvaza::lists
