#include "text/utf8.h"

#include <unicode/utf8.h>

#include <algorithm>

// ICU's macros convert between char, uint8_t and UChar32 on their own account.
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"

namespace darvaza::text {

char32_t take_code_point(std::string_view& bytes) {
  // A code point has at most 4 bytes: offsets of ICU's 32-bit macros cannot overflow.
  const auto length = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), 4));
  std::int32_t offset = 0;
  UChar32 code_point = 0;
    U8_NEXT(bytes.data(), offset, length, code_point);
  bytes.remove_prefix(static_cast<std::size_t>(offset));
  return code_point < 0 ? kReplacement : static_cast<char32_t>(code_point);
}

std::u32string decode_utf8(std::string_view bytes) {
  std::u32string out;
  out.reserve(bytes.size());
  while (!bytes.empty()) out += take_code_point(bytes);
  return out;
}

namespace {

constexpr std::size_t kLongest = 4;  ///< bytes of a code point

/// Writes up to kLongest bytes and returns their end.
char* write_long(char32_t code_point, char* out) {
  std::int32_t length = 0;
  UBool failed = false;
  U8_APPEND(out, length, static_cast<std::int32_t>(kLongest), static_cast<UChar32>(code_point), failed);
  if (failed) {
    constexpr std::string_view kReplacementBytes = "\xEF\xBF\xBD";
    length = static_cast<std::int32_t>(kReplacementBytes.copy(out, kLongest));
  }
  return out + length;
}

}  // namespace

void append_utf8(char32_t code_point, std::string& out) {
  char buffer[kLongest];
  out.append(buffer, write_long(code_point, buffer));
}

std::string encode_utf8(std::u32string_view text) {
  std::string out;
  encode_utf8(text, out);
  return out;
}

void encode_utf8(std::u32string_view text, std::string& out) {
  constexpr std::size_t kPiece = 64;  // code points; nearly every token is one piece
  out.clear();
  while (!text.empty()) {
    char buffer[kPiece * kLongest];
    char* end = buffer;
    for (char32_t c : text.substr(0, kPiece)) {
      if (c < 0x80) {
        *end++ = static_cast<char>(c);
      } else if (c < 0x800) {
        *end++ = static_cast<char>(0xC0 | c >> 6);
        *end++ = static_cast<char>(0x80 | (c & 0x3F));
      } else {
        end = write_long(c, end);
      }
    }
    out.append(buffer, end);
    text.remove_prefix(std::min(kPiece, text.size()));
  }
}

std::string to_valid_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  while (!bytes.empty()) append_utf8(take_code_point(bytes), out);
  return out;
}

}  // namespace darvaza::text
