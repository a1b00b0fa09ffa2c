// What day it is at least, by what index files say themselves: a clock that is behind would hide entries that have begun.
#pragma once

#include "darvaza/partial_date.h"
#include "index/index_set.h"

namespace darvaza::screening {

/// The latest of the days on which the files were written (where the machine stands), their lists dated and their releases issued. Unknown where
/// nothing says one.
PartialDate known_day(const index::IndexSet& set);

}  // namespace darvaza::screening
