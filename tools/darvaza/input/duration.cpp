#include "input/duration.h"

#include "command_line/command_line.h"

namespace darvaza::tool {

std::int64_t parse_duration(const std::string& text) {
  const auto digits = text.find_first_not_of("0123456789");
  const std::string unit = digits == std::string::npos ? "" : text.substr(digits);
  const std::int64_t seconds = unit == "s"   ? 1
                               : unit == "m" ? 60
                               : unit == "h" ? 3600
                               : unit == "d" ? 86400
                                             : 0;
  if (digits == 0 || digits > 6 || seconds == 0) {
    throw WrongUsage("'" + text + "': expected a duration such as 90s, 30m, 12h or 7d");
  }
  return std::stoll(text.substr(0, digits)) * seconds;
}

}  // namespace darvaza::tool
