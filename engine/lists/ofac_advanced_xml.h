// OFAC's advanced form (SDN_ADVANCED.XML, CONS_ADVANCED.XML): Sanctions / DistinctParties /
// DistinctParty.
#pragma once

#include <istream>

#include "darvaza/error.h"
#include "lists/source_recorder.h"

namespace darvaza::lists {

/// Reads profiles of individuals into `recorder`; all others count as not persons. The stream is
/// read twice and must allow it.
Result<void> read_ofac_advanced_xml(std::istream& in, SourceRecorder& recorder);

}  // namespace darvaza::lists
