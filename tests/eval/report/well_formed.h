// Whether markup is what it seems.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace darvaza::eval::report {

/// What an XML parser finds in a page or a part of one.
struct Parsed {
  std::string error;                    ///< empty: well-formed
  std::vector<std::string> elements;    ///< names, in order
  std::string text;                     ///< all of it
  std::vector<std::string> attributes;  ///< values
};

Parsed parse(std::string_view xml);

}  // namespace darvaza::eval::report
