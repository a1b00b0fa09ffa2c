// Whether an index is of the edition that it is said to be of.
#pragma once

#include <filesystem>
#include <span>
#include <string_view>

#include "darvaza/error.h"

namespace darvaza::lookback {

/// Refuses indexes (`whole`: one, or several that are searched as one) that do not hold all of these records: canonical lines, `list` as
/// `whole` calls it. An index of another edition would answer `clear` for whom a new record names. A person is held when all names, birth
/// dates and nationalities of the line are; a lost document when its number is. Costs opening the files and a look at every entry.
/// Errors: input_refused, those of opening, and those of a line that is not canonical.
Result<void> check_records_held(std::span<const std::filesystem::path> whole, std::string_view list, std::span<const std::string_view> lines);

}  // namespace darvaza::lookback
