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

void append_utf8(char32_t code_point, std::string& out) {
  char buffer[4];
  std::int32_t length = 0;
  UBool failed = false;
  U8_APPEND(buffer, length, 4, static_cast<UChar32>(code_point), failed);
  if (failed) {
    out += "\xEF\xBF\xBD";
  } else {
    out.append(buffer, static_cast<std::size_t>(length));
  }
}

std::string encode_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 2);
  for (char32_t c : text) append_utf8(c, out);
  return out;
}

std::string to_valid_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  while (!bytes.empty()) append_utf8(take_code_point(bytes), out);
  return out;
}

}  // namespace darvaza::text
