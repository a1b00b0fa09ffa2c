#include "output/terminal.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/color.h>
#include <fmt/core.h>
#include <unistd.h>

namespace darvaza::tool {

namespace {

/// Without the zero-width joiners and non-joiners that stand between two Arabic letters, as ordinary Persian and Urdu spelling has
/// them: escaped they would look like an attack. Anywhere else they stay, to be escaped.
std::string without_joiners(std::string_view text) {
  constexpr std::string_view kNonJoiner = "\xE2\x80\x8C", kJoiner = "\xE2\x80\x8D";
  const auto is_arabic = [&](std::size_t at) {  // U+0600 to U+06FF
    return at < text.size() && static_cast<unsigned char>(text[at]) >= 0xD8U && static_cast<unsigned char>(text[at]) <= 0xDBU;
  };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view here = text.substr(i, kJoiner.size());
    if ((here == kNonJoiner || here == kJoiner) && i >= 2 && is_arabic(i - 2) && is_arabic(i + kJoiner.size())) {
      i += kJoiner.size() - 1;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace

bool is_terminal(std::FILE* stream) { return isatty(fileno(stream)) == 1; }

std::string printable(std::string_view text) {
  // fmt's debug form escapes what is not printable (Unicode categories Cc, Cf, Cn, Zl, Zp) and
  // ill-formed UTF-8. It also quotes; outside of a program's source quotes need no escaping.
  const std::string quoted = fmt::format("{:?}", without_joiners(text));
  std::string out;
  out.reserve(quoted.size());
  for (std::size_t i = 1; i + 1 < quoted.size(); ++i) {
    if (quoted[i] != '\\') {
      out += quoted[i];
      continue;
    }
    ++i;
    if (quoted[i] != '"') out += '\\';
    out += quoted[i];
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  const auto is_start = [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  };
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_start));
}

Paint::Paint(std::FILE* stream) : on_(is_terminal(stream) && std::getenv("NO_COLOR") == nullptr) {}

std::string Paint::operator()(Style style, std::string_view text) const {
  static constexpr struct {
    Style style;
    const char* code;
  } kCodes[] = {{Style::bold, "1"},
                {Style::red, "1;31"},
                {Style::yellow, "1;33"},
                {Style::green, "1;32"},
                {Style::dim, "2"}};
  if (!on_) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", kCodes[static_cast<std::size_t>(style)].code, text);
}

}  // namespace darvaza::tool
