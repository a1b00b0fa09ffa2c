// INTERPOL's public notices, as the API ws-public.interpol.int answers.
#pragma once

#include <istream>

#include "darvaza/error.h"
#include "lists/source_recorder.h"

namespace darvaza::lists {

/// Whether the first JSON value of `in` is a notice or a page of notices, by the names of its
/// members. Reads no further than that value; leaves the stream at an undefined position.
bool is_interpol_json(std::istream& in);

/// Reads notices into `recorder`: one, several one after the other, or pages (`_embedded.notices`).
/// A yellow notice is about a missing person, and says so in its terms.
Result<void> read_interpol_json(std::istream& in, SourceRecorder& recorder);

}  // namespace darvaza::lists
