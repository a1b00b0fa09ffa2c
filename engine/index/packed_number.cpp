#include "index/packed_number.h"

#include <algorithm>
#include <array>

namespace darvaza::index {
namespace {

constexpr std::string_view kCharacters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::uint64_t kRadix = 37;  // 0: no more characters
constexpr std::size_t kMostCharacters = 9;
constexpr std::size_t kMostDigits = 14;

constexpr std::uint64_t power(std::uint64_t base, std::size_t exponent) {
  std::uint64_t value = 1;
  for (std::size_t i = 0; i < exponent; ++i) value *= base;
  return value;
}

constexpr std::uint64_t kShort = power(kRadix, kMostCharacters);

/// Where the codes of numbers of this many digits begin; what is too long for letters has only
/// digits.
constexpr std::uint64_t long_begin(std::size_t digits) {
  std::uint64_t begin = kShort;
  for (std::size_t shorter = kMostCharacters + 1; shorter < digits; ++shorter)
    begin += power(10, shorter);
  return begin;
}
static_assert(long_begin(kMostDigits + 1) < kPackedNumbers && kPackedNumbers < std::uint64_t{1}
                                                                                   << 48);

std::uint64_t value_of(char c) {
  return static_cast<std::uint64_t>(c <= '9' ? c - '0' + 1 : c - 'A' + 11);
}

}  // namespace

std::optional<std::uint64_t> pack_number(std::string_view normalised) {
  if (normalised.empty() || normalised.size() > kMostDigits) return std::nullopt;
  std::uint64_t code = 0;
  if (normalised.size() <= kMostCharacters) {
    for (const char c : normalised) code = code * kRadix + value_of(c);
    return code * power(kRadix, kMostCharacters - normalised.size());
  }
  for (const char c : normalised) {
    if (c > '9') return std::nullopt;
    code = code * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return long_begin(normalised.size()) + code;
}

std::string_view unpack_number(std::uint64_t code,
                               std::span<char, documents::kLongestNumber> room) {
  if (code < kShort) {
    std::size_t size = kMostCharacters;
    for (std::size_t i = kMostCharacters; i-- > 0; code /= kRadix) {
      const std::uint64_t value = code % kRadix;
      if (value == 0) size = i;  // what follows the first end is nothing, too
      room[i] = value == 0 ? '0' : kCharacters[value - 1];
    }
    return {room.data(), size};
  }
  std::size_t digits = kMostCharacters + 1;
  while (digits < kMostDigits && code >= long_begin(digits + 1)) ++digits;
  code -= long_begin(digits);
  for (std::size_t i = digits; i-- > 0; code /= 10) room[i] = static_cast<char>('0' + code % 10);
  return {room.data(), digits};
}

}  // namespace darvaza::index
