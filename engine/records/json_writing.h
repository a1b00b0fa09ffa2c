// The pieces of which answers in JSON are made: docs/json.md.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "darvaza/screening_result.h"

namespace darvaza::records {

/// Text as the content of a JSON string: Boost.JSON escapes quotes and control characters but
/// copies other bytes, so that ill-formed UTF-8 has to be replaced by text/ before it gets here.
std::string json_string(std::string_view text);

/// Thousandths and ten-thousandths as decimals, without a detour through binary floating point, so
/// that the bytes are the same everywhere.
std::string decimal(std::int32_t value, int digits);

/// "[a, b]" of what `write` makes of the items.
template <typename Items, typename Writer>
std::string array(const Items& items, Writer write) {
  std::string out = "[";
  for (const auto& item : items) {
    if (out.size() > 1) out += ", ";
    out += write(item);
  }
  return out += ']';
}

/// `, "terms": {...}`, as the last member of what they belong to; empty where no terms are stated.
std::string terms_member(const EntryTerms& terms);

/// An array of evidence.
std::string to_json(std::span<const Evidence> evidence);

}  // namespace darvaza::records
