// The words by which lists and messages state a person's sex.
#pragma once

#include <optional>
#include <string_view>

#include "darvaza/watchlist_entry.h"

namespace darvaza::records {

/// Reads "M", "male", "F", "female", "X" (Doc 9303-4 §4.2.2: unspecified), "other", "unknown", "<",
/// "U" and the numbers of ISO/IEC 5218 (0 not known, 1 male, 2 female, 9 not applicable), in any
/// case. Empty text is Sex::unknown; nothing for any other text. Thread-safe.
std::optional<Sex> parse_sex(std::string_view text);

}  // namespace darvaza::records
