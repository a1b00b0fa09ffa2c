#include "index/number_shape.h"

namespace darvaza::index {
namespace {

// What stands in a shape for the next character of the number; everything else stands for itself.
constexpr char kAsItIs = '\1';
constexpr char kLowerCase = '\2';

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_kept(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

}  // namespace

std::optional<std::string> shape_of(std::string_view listed, std::string_view normalised) {
  if (listed == normalised) return std::string();
  std::string shape;
  for (const char c : listed) {
    const bool beyond_ascii = (static_cast<unsigned char>(c) & 0x80) != 0;
    if (beyond_ascii || c == kAsItIs || c == kLowerCase) return std::nullopt;
    shape += is_kept(c) ? kAsItIs : is_small(c) ? kLowerCase : c;
  }
  while (!shape.empty() && shape.back() == kAsItIs)
    shape.pop_back();  // the rest of a number needs no shape
  if (shaped(shape, normalised) != listed) return std::nullopt;
  return shape;
}

std::string shaped(std::string_view shape, std::string_view normalised) {
  std::string number;
  for (const char c : shape) {
    if (c != kAsItIs && c != kLowerCase) {
      number += c;
    } else if (!normalised.empty()) {
      const char next = normalised.front();
      number += c == kLowerCase && next >= 'A' && next <= 'Z' ? static_cast<char>(next - 'A' + 'a')
                                                              : next;
      normalised.remove_prefix(1);
    }
  }
  return number.append(normalised);
}

}  // namespace darvaza::index
