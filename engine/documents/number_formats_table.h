#pragma once

#include <span>
#include <string_view>

namespace darvaza::documents {

struct NumberFormatRow {
  std::string_view state;    ///< code of Doc 9303-3 §5
  std::string_view pattern;  ///< RE2, for whole normalised numbers
};

/// One row a State.
std::span<const NumberFormatRow> number_formats();

}  // namespace darvaza::documents
