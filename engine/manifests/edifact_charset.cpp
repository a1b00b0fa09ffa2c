#include "manifests/edifact_charset.h"

#include <algorithm>
#include <iterator>

#include "text/utf8.h"

namespace darvaza::manifests {
namespace {

/// Bytes `first` to `last` of a set are the code points from `code_point` on. Rows that come first
/// win. Source: ISO/IEC 8859 parts 1, 5, 6 and 9, as in Unicode's mapping tables.
struct CharsetRow {
  std::string_view syntax;
  unsigned char first, last;
  char32_t code_point;
};
constexpr CharsetRow kCharsetRows[] = {
    {"UNOC", 0xA0, 0xFF, 0x00A0},                                // Latin-1
    {"UNOE", 0xAD, 0xAD, 0x00AD}, {"UNOE", 0xF0, 0xF0, 0x2116},  // Cyrillic: № and §
    {"UNOE", 0xFD, 0xFD, 0x00A7}, {"UNOE", 0xA1, 0xFF, 0x0401}, {"UNOI", 0xC1, 0xDA, 0x0621},
    {"UNOI", 0xE0, 0xF2, 0x0640},  // Arabic letters, vowel marks
    {"UNOI", 0xAC, 0xAC, 0x060C}, {"UNOI", 0xBB, 0xBB, 0x061B}, {"UNOI", 0xBF, 0xBF, 0x061F},
    {"UNOK", 0xD0, 0xD0, 0x011E}, {"UNOK", 0xDD, 0xDD, 0x0130},  // Latin-5: Ğ İ Ş ğ ı ş
    {"UNOK", 0xDE, 0xDE, 0x015E}, {"UNOK", 0xF0, 0xF0, 0x011F}, {"UNOK", 0xFD, 0xFD, 0x0131},
    {"UNOK", 0xFE, 0xFE, 0x015F}, {"UNOK", 0xA0, 0xFF, 0x00A0},
};

char32_t code_point_of(unsigned char byte, std::string_view syntax) {
  if (byte < 0x80) return byte;
  const auto* row = std::find_if(
      std::begin(kCharsetRows), std::end(kCharsetRows),
      [&](const CharsetRow& r) { return r.syntax == syntax && r.first <= byte && byte <= r.last; });
  if (row == std::end(kCharsetRows)) return text::kReplacement;
  return row->code_point + (byte - row->first);
}

}  // namespace

std::optional<std::string> from_charset(std::string_view bytes, std::string_view syntax) {
  std::string utf8;
  for (const char c : bytes) {
    const char32_t code_point = code_point_of(static_cast<unsigned char>(c), syntax);
    if (code_point == text::kReplacement) return std::nullopt;
    text::append_utf8(code_point, utf8);
  }
  return utf8;
}

}  // namespace darvaza::manifests
