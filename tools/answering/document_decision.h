// Deciding about documents alone.
#pragma once

#include "darvaza/screening_result.h"
#include "darvaza/traveller.h"

namespace darvaza::tool {

/// Where only documents were asked for, whether they, or persons who bear them, are listed: that
/// there is no name hides nothing. Whatever else kept `result`, the engine's answer about
/// `traveller`, from being complete (a list that is missing, a deadline) leaves it `incomplete`.
void decide_by_documents(const Traveller& traveller, ScreeningResult& result);

}  // namespace darvaza::tool
