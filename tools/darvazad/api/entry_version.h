// Which version of an entry a decision is about.
#pragma once

#include <string>
#include <string_view>

#include "api/lists_in_use.h"
#include "index/index.h"

namespace darvaza::daemon {

/// BLAKE2b-256 over the entry as its list's canonical line (engine/lists/snapshot_line.h): another
/// whenever a name, date, document, term or anything else of it is. 64 hexadecimal digits; empty
/// for an entry that such a line cannot hold.
std::string entry_version(const index::Index& index, index::EntryId id);

/// Of the entry of this list and identifier; empty when there is none or more than one, or its list
/// is just being replaced. The first call after lists were loaded takes a second for a million
/// entries.
std::string version_of(const ListsInUse& lists, const ListsInUse::Version& version,
                       std::string_view list, std::string_view id);

/// Of the entry that `candidate` is, which `post` was shown; empty when its list is just being replaced, and
/// where two entries of this list and identifier bear its name.
std::string version_of(const ListsInUse& lists, const ListsInUse::Version& version, const Post& post,
                       const Candidate& candidate);

}  // namespace darvaza::daemon
