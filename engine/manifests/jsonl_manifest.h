// Passenger lists in JSON Lines: one object a line, keys as the columns of CSV (DESIGN §5).
#pragma once

#include <string_view>

#include "darvaza/error.h"
#include "manifests/byte_source.h"
#include "manifests/manifest_sink.h"

namespace darvaza::manifests {

/// Reads one traveller a line; blank lines are skipped. A line that is not a JSON object is a
/// traveller with a problem and without a name: somebody was meant. Bounded by one line of 256 KiB.
Result<void> read_jsonl(ByteSource& source, int reference_year, ManifestSink& sink);

}  // namespace darvaza::manifests
