#include "records/json_writing.h"

#include <cstdlib>

#include <boost/json/serialize.hpp>
#include <fmt/core.h>

namespace darvaza::records {

std::string json_string(std::string_view text) {
  // Most texts hold nothing that is escaped (RFC 8259 §7), and setting up a serializer takes longer
  // than copying them. Read to the end whatever there is, so that compilers take many characters at once.
  bool escaped = false;
  for (const char c : text) escaped |= (static_cast<unsigned char>(c) < 0x20) | (c == '"') | (c == '\\') | (c == '\x7f');
  if (escaped) return boost::json::serialize(boost::json::string_view(text.data(), text.size()));
  std::string out;
  out.reserve(text.size() + 2);
  out += '"';
  out += text;
  return out += '"';
}

std::string decimal(std::int32_t value, int digits) {
  const auto places = static_cast<std::size_t>(digits);
  std::string text = std::to_string(std::abs(std::int64_t{value}));
  if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
  text.insert(text.size() - places, 1, '.');
  if (value < 0) text.insert(0, 1, '-');
  return text;
}

std::string to_json(std::span<const Evidence> evidence) {
  return array(evidence, [](const Evidence& piece) {
    return fmt::format(R"({{"kind": "{}", "weight": {}, "text": {}}})", to_string(piece.kind),
                       decimal(piece.weight_mn, 3), json_string(piece.text));
  });
}

}  // namespace darvaza::records
