// What a terminal may be sent. Names come from strangers: an escape sequence or a bidi override in
// one must not reach the officer's screen.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace darvaza::tool {

bool is_terminal(std::FILE* stream);

/// The text with control, format, bidi and unassigned characters and ill-formed bytes written as
/// escapes (\n, \u202e, \xff); a backslash is doubled, so that nothing can pose as an escape. Zero-width joiners and non-joiners
/// between Arabic letters, which are ordinary spelling there, are left out.
std::string printable(std::string_view text);

/// How many columns `text` takes: code points, since the region's scripts have no wide letters.
std::size_t display_width(std::string_view text);

enum class Style { bold, red, yellow, green, dim };

/// Writes in colour on a terminal, unless NO_COLOR is set (https://no-color.org).
class Paint {
 public:
  explicit Paint(std::FILE* stream);
  std::string operator()(Style style, std::string_view text) const;

 private:
  bool on_ = false;
};

}  // namespace darvaza::tool
