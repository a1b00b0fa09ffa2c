// The EU's consolidated list of financial sanctions (xmlFullSanctionsList 1.1, "FSF").
#pragma once

#include <istream>

#include "darvaza/error.h"
#include "lists/source_recorder.h"

namespace darvaza::lists {

/// Reads sanctionEntity elements whose subject is a person into `recorder`; enterprises count as
/// not persons.
Result<void> read_eu_fsf_xml(std::istream& in, SourceRecorder& recorder);

}  // namespace darvaza::lists
