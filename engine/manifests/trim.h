// White space around and inside fields, ASCII only: the field formats read here know no other.
#pragma once

#include <string>
#include <string_view>

namespace darvaza::manifests {

/// Blanks, tabs, line ends and other C0 controls.
constexpr bool is_blank(char c) { return static_cast<unsigned char>(c) <= 0x20; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
constexpr bool is_letter(char c) { return upper(c) >= 'A' && upper(c) <= 'Z'; }

constexpr std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// ASCII letters in capitals; other bytes as they are.
inline std::string to_upper(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = upper(c);
  return result;
}

/// `text` without any blank: "140211180 0" becomes "1402111800".
inline std::string without_blanks(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (!is_blank(c)) result += c;
  }
  return result;
}

}  // namespace darvaza::manifests
