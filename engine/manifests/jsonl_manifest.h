// Passenger lists in JSON Lines: one object a line, keys as the columns of CSV (DESIGN §5).
#pragma once

#include <string>
#include <string_view>

#include <boost/json/fwd.hpp>

#include "darvaza/error.h"
#include "darvaza/traveller.h"
#include "manifests/byte_source.h"
#include "manifests/manifest_sink.h"

namespace darvaza::manifests {

/// Reads one traveller a line; blank lines are skipped. A line that is not a JSON object is a
/// traveller with a problem and without a name: somebody was meant. Bounded by one line of 256 KiB.
Result<void> read_jsonl(ByteSource& source, int reference_year, ManifestSink& sink);

/// The traveller of one line by itself, where somebody has parsed it already: `object` is what
/// `text` holds. Keys that nobody reads are a problem of this traveller, not of a manifest. Problems are placed at `where`; `id` is empty where the object names none.
Traveller read_json_object(const boost::json::object& object, std::string_view text,
                           int reference_year, const std::string& where);

}  // namespace darvaza::manifests
