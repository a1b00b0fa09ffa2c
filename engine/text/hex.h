// Bytes as lower-case hexadecimal digits.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace darvaza::text {

/// Two digits a byte. Arithmetic instead of a table: how long it takes does not depend on the
/// bytes, which may be a secret.
inline std::string hex(std::span<const std::uint8_t> bytes) {
  constexpr unsigned kToLetters = 'a' - '0' - 10;
  const auto digit = [](unsigned nibble) {
    return static_cast<char>('0' + nibble + (((9U - nibble) >> 8U) & kToLetters));
  };
  std::string digits(bytes.size() * 2, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    digits[2 * i] = digit(bytes[i] >> 4U);
    digits[2 * i + 1] = digit(bytes[i] & 15U);
  }
  return digits;
}

/// Whether a text is so many digits as `hex` writes them.
inline bool is_hex(std::string_view text, std::size_t digits) {
  return text.size() == digits && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

}  // namespace darvaza::text
