// Deciding about documents alone.
#pragma once

#include "darvaza/screening_result.h"

namespace darvaza::tool {

/// Where only documents were asked for, whether they, or persons who bear them, are listed: that
/// there is no name hides nothing.
void decide_by_documents(ScreeningResult& result);

}  // namespace darvaza::tool
