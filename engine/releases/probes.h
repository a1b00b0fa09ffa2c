// Questions that a new index must answer as its note says, before anybody relies on it.
#pragma once

#include <string>
#include <string_view>

#include "darvaza/error.h"
#include "darvaza/screener.h"
#include "releases/notes.h"

namespace darvaza::releases {

/// Asks for the test traveller, for every entry of `must_hit` (an identifier of a person or a
/// number of a lost document) as `snapshot` holds it, and for every name of `must_clear`. Refused
/// (rule probe) at the first wrong answer. The lines must rise; a look at a few of them is enough.
Result<void> ask_probes(const Screener& screener, std::string_view snapshot, const ListNote& note);

}  // namespace darvaza::releases
