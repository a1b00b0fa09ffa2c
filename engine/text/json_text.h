// Text of strangers as JSON strings.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <boost/json/array.hpp>
#include <boost/json/string.hpp>

#include "text/utf8.h"

namespace darvaza::text {

/// Boost.JSON escapes quotes and control characters but copies ill-formed UTF-8 as it is: replace
/// it first, so that every line written is valid JSON.
inline boost::json::string json_text(std::string_view text) {
  const std::string valid = to_valid_utf8(text);
  return boost::json::string(valid.data(), valid.size());
}

inline boost::json::array json_texts(std::span<const std::string> texts) {
  boost::json::array out;
  out.reserve(texts.size());
  for (const std::string& text : texts) out.push_back(json_text(text));
  return out;
}

}  // namespace darvaza::text
