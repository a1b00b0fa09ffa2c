// Durations as they are typed.
#pragma once

#include <cstdint>
#include <string>

namespace darvaza::tool {

/// "30m", "12h", "7d" or "90s" in seconds; throws WrongUsage for anything else, as the command line does for other wrong values.
std::int64_t parse_duration(const std::string& text);

}  // namespace darvaza::tool
