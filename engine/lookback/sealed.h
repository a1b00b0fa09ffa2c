// A kept traveller as sealed bytes: nonce, then what XChaCha20-Poly1305 makes of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lookback/day_keys.h"

namespace darvaza::lookback {

/// Seals `plain` for `context` (which register, which day): nobody can move it to another. Lengths are rounded up to a
/// multiple of 64 bytes, since the length of a name says something of it. libsodium must have been started.
std::string seal(std::string_view plain, std::string_view context, const DayKey& key);

/// The inverse; nothing when a bit differs, or key or context.
std::optional<std::string> unseal(std::string_view sealed, std::string_view context, const DayKey& key);

}  // namespace darvaza::lookback
