// White space around values, as every reader drops it.
#pragma once

#include <cstddef>
#include <string_view>

namespace darvaza::records {

/// Whether `bytes`, two or three, are a blank beyond ASCII or a character that cannot be seen: web pages and word processors leave them around the
/// cells of tables (no-break spaces, marks of writing direction, byte order marks).
constexpr bool is_foreign_blank(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  if (bytes.size() == 2) return at(0) == 0xC2 && (at(1) == 0xA0 || at(1) == 0xAD || at(1) == 0x85);
  if (at(0) == 0xE2 && at(1) == 0x80) return at(2) <= 0x8F || (at(2) >= 0xA8 && at(2) <= 0xAF);  // U+2000 to 200F, 2028 to 202F
  if (at(0) == 0xE2 && at(1) == 0x81) return at(2) >= 0x9F && at(2) <= 0xAF;                      // U+205F to 206F
  return bytes == "\xE3\x80\x80" || bytes == "\xEF\xBB\xBF";
}

/// `text` without blanks, tabs, line ends and characters that cannot be seen at either side.
inline std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  for (;;) {
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return {};
    text = text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
    std::size_t front = 0, back = 0;
    for (const std::size_t length : {std::size_t{2}, std::size_t{3}}) {
      if (text.size() < length) continue;
      if (is_foreign_blank(text.substr(0, length))) front = length;
      if (is_foreign_blank(text.substr(text.size() - length))) back = length;
    }
    if (front + back == 0) return text;
    if (front + back >= text.size()) return {};
    text = text.substr(front, text.size() - front - back);
  }
}

}  // namespace darvaza::records
