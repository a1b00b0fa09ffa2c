// Two names, compared without a list.
#pragma once

#include "names/name_alignment.h"
#include "names/person_name.h"

namespace darvaza::names {

/// How they meet, where their lengths and the built-in table alone tell how rare a token is. Some hundred microseconds. Thread-safe.
NameAlignment compare_parsed(const PersonName& a, const PersonName& b);

}  // namespace darvaza::names
