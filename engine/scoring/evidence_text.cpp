#include "scoring/evidence_text.h"

#include <charconv>
#include <cstdlib>
#include <iterator>

#include <fmt/format.h>

namespace darvaza::scoring {
namespace {

/// Without the sign. Halves of a tenth are left to fmt: which way they go depends on what is left of them in binary.
void append_magnitude(std::int32_t millinats, std::string& out) {
  const std::int64_t magnitude = std::abs(std::int64_t{millinats});
  if (magnitude % 100 == 50) {
    fmt::format_to(std::back_inserter(out), "{:.1f}", static_cast<double>(magnitude) / 1000.0);
    return;
  }
  const std::int64_t tenths = (magnitude + 50) / 100;
  char text[16];
  char* end = std::to_chars(text, text + sizeof text, tenths / 10).ptr;
  *end++ = '.';
  *end++ = static_cast<char>('0' + tenths % 10);
  out.append(text, end);
}

}  // namespace

void append_nats(std::int32_t millinats, std::string& out) {
  if (millinats < 0) out += '-';
  append_magnitude(millinats, out);
}

void append_signed_nats(std::int32_t millinats, std::string& out) {
  out += millinats < 0 ? '-' : '+';
  append_magnitude(millinats, out);
}

}  // namespace darvaza::scoring
