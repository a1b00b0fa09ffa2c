// The engine's reasons as lines of text.
#pragma once

#include <string>
#include <vector>

#include <fmt/core.h>

#include "darvaza/screening_result.h"

namespace darvaza::eval {

/// "name +9.234: rustam ~ рустам ..."
inline std::vector<std::string> evidence_lines(const std::vector<Evidence>& evidence) {
  std::vector<std::string> lines;
  for (const Evidence& e : evidence) {
    lines.push_back(fmt::format("{} {:+.3f}: {}", to_string(e.kind), e.weight_mn / 1000.0, e.text));
  }
  return lines;
}

}  // namespace darvaza::eval
