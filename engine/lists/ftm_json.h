// FollowTheMoney entities as JSON lines.
#pragma once

#include <istream>

#include "darvaza/error.h"
#include "lists/source_recorder.h"

namespace darvaza::lists {

/// Reads entities of schema Person into `recorder`. Passport and Identification entities are joined
/// to their holder, wherever in the file they stand, and count as attached; everything else counts
/// as not persons. `in` must be seekable: it is read twice, so that only those documents, and not
/// the persons, have to be held in memory.
///
/// Lines that are no entity are skipped. A file in which no line is one is refused.
Result<void> read_ftm_json(std::istream& in, SourceRecorder& recorder);

}  // namespace darvaza::lists
