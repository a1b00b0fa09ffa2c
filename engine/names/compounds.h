// Names that are written as one word or as several: Abd al-Rahman, Abdurrahman, عبدالرحمن.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace darvaza::names {

/// The parts in which a word is compared: "abdurrahman" gives abd, al, rahman; "الرحمن" gives
/// ال, رحمن. A word that is no such compound comes back alone. The word must be normalised.
std::vector<std::u32string> split_compound(std::u32string_view word);

}  // namespace darvaza::names
