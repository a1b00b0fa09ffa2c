// Passenger lists in CSV (RFC 4180), columns recognised by name (DESIGN §5).
#pragma once

#include <string>
#include <string_view>

#include "darvaza/error.h"
#include "manifests/byte_source.h"
#include "manifests/manifest_sink.h"

namespace darvaza::manifests {

/// Whether the first row of `beginning` names a column that can identify somebody: a name, a
/// machine-readable zone or a document number.
bool is_csv_header(std::string_view beginning);

/// Reads a header row and one traveller a row. A row with too few or too many fields is still a
/// traveller, with a problem. Where the quoting breaks, rows cannot be told apart any more: the
/// input is refused or, after travellers were delivered, incomplete.
Result<void> read_csv(ByteSource& source, const std::string& name, int reference_year,
                      ManifestSink& sink);

}  // namespace darvaza::manifests
