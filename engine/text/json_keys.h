// Whether a JSON text says something twice.
#pragma once

#include <string_view>

namespace darvaza::text {

/// Whether any object in `json` has the same key twice. RFC 8259 §4 leaves open which one counts,
/// so that a name could be hidden behind another. False for text that is not JSON.
bool has_duplicate_keys(std::string_view json);

}  // namespace darvaza::text
