#include "fuzz/well_formed_utf8.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace darvaza::fuzz {
namespace {

struct ByteRange {
  unsigned char first, last;
};

/// A row of table 3-7: what the lead byte, the byte after it, and all further bytes may be.
struct Sequence {
  std::size_t length;
  ByteRange lead, second;
};
constexpr ByteRange kTrailing = {0x80, 0xBF};
constexpr Sequence kTable3_7[] = {
    {1, {0x00, 0x7F}, {}},           {2, {0xC2, 0xDF}, kTrailing},
    {3, {0xE0, 0xE0}, {0xA0, 0xBF}}, {3, {0xE1, 0xEC}, kTrailing},
    {3, {0xED, 0xED}, {0x80, 0x9F}}, {3, {0xEE, 0xEF}, kTrailing},
    {4, {0xF0, 0xF0}, {0x90, 0xBF}}, {4, {0xF1, 0xF3}, kTrailing},
    {4, {0xF4, 0xF4}, {0x80, 0x8F}},
};

bool is_in(char c, ByteRange range) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= range.first && byte <= range.last;
}

bool begins_with(std::string_view bytes, const Sequence& sequence) {
  if (bytes.size() < sequence.length || !is_in(bytes[0], sequence.lead)) return false;
  if (sequence.length > 1 && !is_in(bytes[1], sequence.second)) return false;
  for (std::size_t i = 2; i < sequence.length; ++i) {
    if (!is_in(bytes[i], kTrailing)) return false;
  }
  return true;
}

}  // namespace

bool is_well_formed_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto* const sequence =
        std::find_if(std::begin(kTable3_7), std::end(kTable3_7),
                     [&](const Sequence& row) { return begins_with(bytes, row); });
    if (sequence == std::end(kTable3_7)) return false;
    bytes.remove_prefix(sequence->length);
  }
  return true;
}

}  // namespace darvaza::fuzz
