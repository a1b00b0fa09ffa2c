// Dates as people and spreadsheets write them, in watchlists and passenger lists alike.
#pragma once

#include <optional>
#include <string_view>

#include "darvaza/partial_date.h"

namespace darvaza::documents {

/// What parse_written_date reads, for messages.
inline constexpr std::string_view kExpectedDate = "expected 1980-05-17, 1980-05, 1980, 17.05.1980, 1980/05/17 or 17 May 1980";

/// Reads ISO 8601 ("1980-05-17", "1980-05", "1980", "19800517") and forms that can be read in one
/// way only: "17 May 1980", "17MAY1980", "17-May-1980", "May 1980" with English or Russian month names or
/// their first three letters or more, "1980/05/17" and "1980.5.17", whose year comes first, and "17.05.1980", which is day first wherever dots are
/// written. Digits may be those of any script; a time of day behind the date is dropped. Months and days that are written as noughts, "XX" or "??" are not known.
/// Nothing for anything else: "05/17/1980" and "17/05/80" would have to be guessed. Thread-safe.
std::optional<PartialDate> parse_written_date(std::string_view text);

/// The same for dates of birth, whose years spreadsheets cut: "2-Mar-71" is of 1971. Years of two digits below 30 are not
/// read: somebody may be a child or a hundred years old.
std::optional<PartialDate> parse_written_birth_date(std::string_view text);

}  // namespace darvaza::documents
