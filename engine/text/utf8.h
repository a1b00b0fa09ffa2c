// UTF-8 in, code points out; never trusting the bytes.
#pragma once

#include <string>
#include <string_view>

namespace darvaza::text {

inline constexpr char32_t kReplacement = U'\uFFFD';

/// Takes one code point from the front of `bytes`, which must not be empty. An ill-formed sequence
/// (overlong, surrogate, beyond U+10FFFF, truncated) gives kReplacement and consumes its maximal
/// ill-formed prefix, at least one byte (Unicode §3.9, "substitution of maximal subparts").
char32_t take_code_point(std::string_view& bytes);

/// The same, quick for what one or two bytes write: Latin, Cyrillic and Arabic letters.
inline char32_t take_short_code_point(std::string_view& bytes) {
  const auto first = static_cast<unsigned char>(bytes[0]);
  if (first < 0x80) {
    bytes.remove_prefix(1);
    return first;
  }
  if (first >= 0xC2 && first < 0xE0 && bytes.size() > 1 && (bytes[1] & 0xC0) == 0x80) {
    const auto second = static_cast<unsigned char>(bytes[1]);
    bytes.remove_prefix(2);
    return static_cast<char32_t>((first & 0x1F) << 6 | (second & 0x3F));
  }
  return take_code_point(bytes);
}

std::u32string decode_utf8(std::string_view bytes);
void append_utf8(char32_t code_point, std::string& out);
std::string encode_utf8(std::u32string_view text);
/// The same into memory that is used again; what `out` held is gone.
void encode_utf8(std::u32string_view text, std::string& out);

/// The same text with every ill-formed sequence replaced by U+FFFD: always well-formed.
std::string to_valid_utf8(std::string_view bytes);

}  // namespace darvaza::text
