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

std::u32string decode_utf8(std::string_view bytes);
void append_utf8(char32_t code_point, std::string& out);
std::string encode_utf8(std::u32string_view text);

/// The same text with every ill-formed sequence replaced by U+FFFD: always well-formed.
std::string to_valid_utf8(std::string_view bytes);

}  // namespace darvaza::text
