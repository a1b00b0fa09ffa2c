// The check digit of machine-readable zones (Doc 9303-3 §4.9).
#pragma once

#include <optional>
#include <string_view>

namespace darvaza::documents {

/// The check digit '0' to '9' over `field`: values 0-9, A-Z = 10-35, '<' = 0, weights 7, 3, 1
/// repeated from the left, sum modulo 10. Nothing when a character outside [0-9A-Z<] occurs.
std::optional<char> check_digit(std::string_view field);

}  // namespace darvaza::documents
