// A plain table of persons: columns by name, see records/person_columns.h.
#pragma once

#include <istream>
#include <span>
#include <string>

#include "darvaza/error.h"
#include "lists/source_recorder.h"

namespace darvaza::lists {

/// Whether the headings describe listed persons: a column holds a name, or a part of one.
bool is_persons_header(std::span<const std::string> headings);

/// Reads every row into `recorder`. Several values of one column are separated by ';'. Rows without
/// an id get the number of their record. A column "list" overrides the list of the file.
Result<void> read_persons_csv(std::istream& in, SourceRecorder& recorder);

}  // namespace darvaza::lists
