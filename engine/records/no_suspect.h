// Who is listed to be found and helped.
#pragma once

#include "darvaza/entry_terms.h"

namespace darvaza::records {

/// Whether the terms are those of a missing or protected person: nothing may show them as a
/// suspect.
bool is_no_suspect(const EntryTerms& terms);

}  // namespace darvaza::records
