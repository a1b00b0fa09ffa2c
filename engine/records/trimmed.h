// White space around values, as every reader drops it.
#pragma once

#include <string_view>

namespace darvaza::records {

/// `text` without blanks, tabs and line ends at either side.
inline std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

}  // namespace darvaza::records
