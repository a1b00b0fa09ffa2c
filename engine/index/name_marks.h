// Which entry a name belongs to, in a quarter of a byte a name.
#pragma once

#include <span>
#include <vector>

#include "index/file_format.h"

namespace darvaza::index {

/// The marks of all names. `entries` with the one more that ends it; first_name must begin with 0 and
/// never fall. An entry without a name leaves no mark.
std::vector<NameMark> name_marks(std::span<const EntryRecord> entries);

}  // namespace darvaza::index
