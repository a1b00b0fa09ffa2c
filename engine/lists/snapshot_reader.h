// Snapshots of signed releases, read as a list like any other.
#pragma once

#include <istream>

#include "darvaza/error.h"
#include "lists/source_recorder.h"

namespace darvaza::lists {

/// Reads a snapshot (snapshot_line.h) into `recorder`, whose list becomes the snapshot's. A line
/// that is not canonical, or not greater than the one before it, makes the whole file refused: a
/// snapshot was written by a program, and nobody may choose which of its lines count.
Result<void> read_snapshot(std::istream& in, SourceRecorder& recorder);

}  // namespace darvaza::lists
