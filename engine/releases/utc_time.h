// Instants as notes write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace darvaza::releases {

/// Seconds since 1970-01-01T00:00:00Z.
using UtcSeconds = std::int64_t;

/// "2026-11-26T02:00:00Z".
std::string to_text(UtcSeconds time);
/// Exactly the form that to_text writes, of the years 1970 to 9999.
std::optional<UtcSeconds> parse_utc(std::string_view text);
UtcSeconds utc_now();

}  // namespace darvaza::releases
