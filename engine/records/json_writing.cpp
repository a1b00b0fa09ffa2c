#include "records/json_writing.h"

#include <algorithm>
#include <cstdlib>

#include <boost/json/serialize.hpp>
#include <fmt/core.h>

namespace darvaza::records {

std::string json_string(std::string_view text) {
  // Most texts hold nothing that is escaped (RFC 8259 §7), and setting up a serializer takes longer
  // than copying them.
  const bool plain = std::none_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == '\x7f';
  });
  if (!plain) return boost::json::serialize(boost::json::string_view(text.data(), text.size()));
  std::string out;
  out.reserve(text.size() + 2);
  out += '"';
  out += text;
  return out += '"';
}

std::string decimal(std::int32_t value, int digits) {
  std::int32_t scale = 1;
  for (int i = 0; i < digits; ++i) scale *= 10;
  return fmt::format("{}{}.{:0{}}", value < 0 ? "-" : "", std::abs(value / scale),
                     std::abs(value % scale), digits);
}

std::string to_json(std::span<const Evidence> evidence) {
  return array(evidence, [](const Evidence& piece) {
    return fmt::format(R"({{"kind": "{}", "weight": {}, "text": {}}})", to_string(piece.kind),
                       decimal(piece.weight_mn, 3), json_string(piece.text));
  });
}

}  // namespace darvaza::records
