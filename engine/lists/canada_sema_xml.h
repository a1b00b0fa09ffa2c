// Canada's consolidated autonomous sanctions list (sema-lmes.xml).
#pragma once

#include <istream>

#include "darvaza/error.h"
#include "lists/source_recorder.h"

namespace darvaza::lists {

/// Reads records with a surname or given name into `recorder`; entities and ships count as not
/// persons. Element names may be English ("LastName") or of both languages
/// ("LastName-NomDeFamille").
Result<void> read_canada_sema_xml(std::istream& in, SourceRecorder& recorder);

}  // namespace darvaza::lists
