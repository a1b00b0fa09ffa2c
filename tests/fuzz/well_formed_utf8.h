// Well-formed UTF-8 by the book, as an oracle for text/utf8.h.
#pragma once

#include <string_view>

namespace darvaza::fuzz {

/// Whether `bytes` is a row of byte sequences of Unicode's table 3-7 ("Well-Formed UTF-8 Byte
/// Sequences"), written from that table and sharing nothing with the engine.
bool is_well_formed_utf8(std::string_view bytes);

}  // namespace darvaza::fuzz
