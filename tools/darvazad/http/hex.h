// Bytes as lower-case hexadecimal digits.
#pragma once

#include <span>
#include <string>

namespace darvaza::daemon {

inline std::string hex(std::span<const unsigned char> bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (const unsigned char byte : bytes) {
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 15U];
  }
  return out;
}

}  // namespace darvaza::daemon
