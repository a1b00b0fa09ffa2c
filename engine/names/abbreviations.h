// Names that have a customary abbreviation: Mohd, Md.
#pragma once

#include <string_view>

namespace darvaza::names {

/// The name that a normalised word always stands for, in Latin letters: Muhammad for "mohd", "মোঃ"; empty for other words. What says no more than a
/// very common name must not pass for a rare one. Static storage.
std::u32string_view written_out(std::u32string_view word);

}  // namespace darvaza::names
