// Machine-readable zones, one after the other, as readers at a booth write them to a file.
#pragma once

#include <string_view>

#include "darvaza/error.h"
#include "manifests/byte_source.h"
#include "manifests/manifest_sink.h"

namespace darvaza::manifests {

/// Whether the line could be one of a zone: 30, 36 or 44 characters of A-Z, 0-9, '<' (Doc 9303-3 §4.3)
/// and blanks in place of fillers, or all lines of a zone run together, with at least one '<' or the digits of two dates.
bool is_mrz_line(std::string_view line);

/// Reads zones of two or three lines. Blank lines between zones are optional; where they are
/// absent, the length of a zone's first line tells how many lines it has. A zone that cannot be
/// read is a traveller with a problem and without a name. Bounded by one zone.
Result<void> read_mrz_lines(ByteSource& source, int reference_year, ManifestSink& sink);

}  // namespace darvaza::manifests
