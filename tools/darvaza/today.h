// The current day, under the name that the tools use.
#pragma once

#include "records/today.h"

namespace darvaza::tool {

using records::this_year;
using records::today;

}  // namespace darvaza::tool
