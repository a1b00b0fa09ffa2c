// The United Nations Security Council consolidated list (sc-sanctions.xsd).
#pragma once

#include <istream>

#include "darvaza/error.h"
#include "lists/source_recorder.h"

namespace darvaza::lists {

/// Reads INDIVIDUALs into `recorder`; ENTITYs count as not persons. Real files do not always follow
/// the schema, so what is there counts and not what TYPE_OF_DATE or the schema announce.
Result<void> read_un_xml(std::istream& in, SourceRecorder& recorder);

}  // namespace darvaza::lists
