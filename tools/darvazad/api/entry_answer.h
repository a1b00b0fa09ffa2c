// One listed person, by list and identifier.
#pragma once

#include "api/questions.h"

namespace darvaza::daemon {

/// GET /v1/entries/{list}/{id}: the entry as it is listed, and as `others` those of the same identifier,
/// twenty at most; `more_others` counts the rest. One that the post may not see is
/// answered as one that does not exist.
Response read_entry(const Question& question);

}  // namespace darvaza::daemon
