// The traveller and the document of a caller as the engine's.
#pragma once

#include "darvaza.h"
#include "darvaza/traveller.h"
#include "given.h"

namespace darvaza::c {

/// What is wrong is told to `reader`; what is only not understood, such as a State that nobody
/// knows, stands in the problems.
Traveller read_traveller(GivenReader& reader, const darvaza_traveller* given, const Place& place);

/// A traveller of whom nothing but this document is known.
Traveller read_document_alone(GivenReader& reader, const darvaza_document* given,
                              const Place& place);

}  // namespace darvaza::c
