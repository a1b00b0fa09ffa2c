// Numbers of segments, messages and passengers as trailers and control totals give them.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "manifests/trim.h"

namespace darvaza::manifests {

/// Digits only, blanks ignored, leading zeros allowed; nothing for anything else.
inline std::optional<std::uint64_t> parse_count(std::string_view text) {
  const std::string digits = without_blanks(text);
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace darvaza::manifests
