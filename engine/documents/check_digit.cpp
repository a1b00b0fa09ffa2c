#include "documents/check_digit.h"

#include <array>

namespace darvaza::documents {
namespace {

constexpr std::array<int, 3> kWeights = {7, 3, 1};  // Doc 9303-3 §4.9

constexpr int value_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return c == '<' ? 0 : -1;
}

}  // namespace

std::optional<char> check_digit(std::string_view field) {
  int sum = 0;
  std::size_t position = 0;
  for (const char c : field) {
    const int value = value_of(c);
    if (value < 0) return std::nullopt;
    sum = (sum + value * kWeights[position++ % kWeights.size()]) % 10;
  }
  return static_cast<char>('0' + sum);
}

}  // namespace darvaza::documents
