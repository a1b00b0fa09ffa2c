// What a list in CSV may hold and the engine may not: ill-formed UTF-8.
#pragma once

#include "lists/source_recorder.h"
#include "text/csv_rows.h"

namespace darvaza::lists {

/// Replaces ill-formed UTF-8 in `row` by U+FFFD, and remarks upon it: a person is not lost for a
/// letter, but whoever publishes the list should hear of it.
void repair_utf8(text::CsvRow& row, SourceRecorder& recorder);

}  // namespace darvaza::lists
