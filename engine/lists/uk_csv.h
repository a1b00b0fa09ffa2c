// The United Kingdom's lists in CSV: the UK Sanctions List (Foreign Office) and the consolidated
// list of financial sanctions targets (the Treasury's OFSI, "ConList"). Both have a row for every
// name of a person.
#pragma once

#include <istream>
#include <span>
#include <string>

#include "darvaza/error.h"
#include "lists/source_recorder.h"

namespace darvaza::lists {

/// The line before the headings: "Report Date: …" or "Last Updated,…".
bool is_uk_preamble(std::span<const std::string> row);
/// Whether the headings are those of the UK Sanctions List ("Unique ID").
bool is_uk_sanctions_header(std::span<const std::string> headings);
/// Whether the headings are those of OFSI's list ("Group ID").
bool is_uk_ofsi_header(std::span<const std::string> headings);

/// Reads individuals into `recorder`: rows with one identifier are one person, wherever in the file
/// they stand. The first of them counts as the entry, the others as attached; rows of entities and
/// ships count as not persons. Persons are held until the end of the file.
Result<void> read_uk_csv(std::istream& in, SourceRecorder& recorder);

}  // namespace darvaza::lists
