// UN/EDIFACT input as a whole: which message is read by what.
#pragma once

#include "darvaza/error.h"
#include "manifests/byte_source.h"
#include "manifests/manifest_sink.h"

namespace darvaza::manifests {

/// Reads every PAXLST message of every interchange. Messages of other types are named in the
/// summary; PNRGOV is not read by this version: the input is refused, or, after travellers were
/// delivered, incomplete.
Result<void> read_edifact(ByteSource& source, int reference_year, ManifestSink& sink);

}  // namespace darvaza::manifests
