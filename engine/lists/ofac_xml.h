// OFAC's sdn.xml form: sdnList / sdnEntry.
#pragma once

#include <istream>

#include "darvaza/error.h"
#include "lists/source_recorder.h"

namespace darvaza::lists {

/// Reads entries of sdnType Individual into `recorder`; all others count as not persons. Whatever
/// namespace the elements are in. The list is found by ofac_list() from the first entry.
Result<void> read_ofac_xml(std::istream& in, SourceRecorder& recorder);

}  // namespace darvaza::lists
