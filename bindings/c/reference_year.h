// By which two-digit years are read.
#pragma once

#include "records/today.h"

namespace darvaza::c {

/// When the caller does not say.
using records::this_year;

/// What a caller may state instead.
inline constexpr int kFirstYear = 1900;
inline constexpr int kLastYear = 9800;

}  // namespace darvaza::c
