// One zone's fields, checks and problems.
#pragma once

#include "darvaza/mrz.h"
#include "documents/mrz_lines.h"

namespace darvaza::documents {

/// Repairs `zone`, reads every field of what results and checks every check digit, as printed and
/// as repaired. Never fails: what is wrong stands in Mrz::problems, with its place.
Mrz read_mrz(const MrzLines& zone, const MrzOptions& options);

}  // namespace darvaza::documents
