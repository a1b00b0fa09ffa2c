// An entry of an index as the record that it was built from.
#pragma once

#include "darvaza/watchlist_entry.h"
#include "index/index.h"

namespace darvaza::index {

WatchlistEntry to_record(const Index& index, EntryId id);

}  // namespace darvaza::index
