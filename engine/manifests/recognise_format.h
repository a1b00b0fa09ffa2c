// Which format a manifest is in, by its first bytes.
#pragma once

#include <optional>
#include <string_view>

#include "darvaza/read_travellers.h"

namespace darvaza::manifests {

/// Looks at the beginning of the input (kRecognitionBytes are enough): '{' is JSON Lines; a line
/// that begins with UNA, UNB, UNG or UNH is EDIFACT (PNRGOV when a UNG or UNH in view says so);
/// a first line of the length and alphabet of machine-readable zones is MRZ; a header row with a
/// known column that can identify somebody is CSV; failing all of these, any line of a zone is MRZ.
/// Nothing for anything else.
std::optional<ManifestFormat> recognise_format(std::string_view beginning);

}  // namespace darvaza::manifests
