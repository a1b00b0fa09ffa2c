// Dates as people type them into tables.
#pragma once

#include <optional>
#include <string_view>

#include "darvaza/partial_date.h"

namespace darvaza::manifests {

/// Reads ISO 8601 ("1980-05-17", "1980-05", "1980", "19800517") and forms that can be read in one
/// way only: "17 May 1980", "17MAY1980", "17-May-1980", "May 1980" with English month names or
/// their first three letters, and "17.05.1980", which is day first wherever dots are written.
/// Nothing for anything else: "05/17/1980" and "17/05/80" would have to be guessed. Thread-safe.
std::optional<PartialDate> parse_written_date(std::string_view text);

}  // namespace darvaza::manifests
