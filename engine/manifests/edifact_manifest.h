// UN/EDIFACT input as a whole: which message is read by what.
#pragma once

#include "darvaza/error.h"
#include "manifests/byte_source.h"
#include "manifests/manifest_sink.h"

namespace darvaza::manifests {

/// Reads every PAXLST and PNRGOV message of every interchange; one that does not state its type is
/// read as `options.format` says, else as PAXLST. Messages of other types are named in the summary.
Result<void> read_edifact(ByteSource& source, const ManifestOptions& options, ManifestSink& sink);

}  // namespace darvaza::manifests
