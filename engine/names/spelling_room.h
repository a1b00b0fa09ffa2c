// Room for a word in another spelling.
#pragma once

#include <array>

namespace darvaza::names {

using SpellingRoom = std::array<char32_t, 48>;

}  // namespace darvaza::names
