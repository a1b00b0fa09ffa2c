// OpenSanctions' targets.simple.csv.
#pragma once

#include <istream>
#include <span>
#include <string>

#include "darvaza/error.h"
#include "lists/source_recorder.h"

namespace darvaza::lists {

/// Whether the headings are those of the format: at least id, schema and name.
bool is_opensanctions_header(std::span<const std::string> headings);

/// Reads rows of schema Person, and rows without a schema, into `recorder`; all other schemata
/// count as not persons. `countries` are taken as nationalities: the format has nothing closer.
Result<void> read_opensanctions_csv(std::istream& in, SourceRecorder& recorder);

}  // namespace darvaza::lists
