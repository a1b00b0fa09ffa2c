#include "releases/utc_time.h"

#include <chrono>
#include <cstdio>
#include <ctime>

#include <fmt/core.h>

namespace darvaza::releases {

std::string to_text(UtcSeconds time) {
  const std::time_t seconds = time;
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", parts.tm_year + 1900, parts.tm_mon + 1,
                     parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
}

std::optional<UtcSeconds> parse_utc(std::string_view text) {
  constexpr std::size_t kLength = sizeof("2026-11-26T02:00:00Z") - 1;
  if (text.size() != kLength) return std::nullopt;
  std::tm parts{};
  const std::string copy(text);
  if (std::sscanf(copy.c_str(), "%4d-%2d-%2dT%2d:%2d:%2dZ", &parts.tm_year, &parts.tm_mon,
                  &parts.tm_mday, &parts.tm_hour, &parts.tm_min, &parts.tm_sec) != 6) {
    return std::nullopt;
  }
  parts.tm_year -= 1900;
  parts.tm_mon -= 1;
  const UtcSeconds time = ::timegm(&parts);
  // Signs, blanks, a 31 April and a second 60 would be written otherwise.
  if (time < 0 || to_text(time) != text) return std::nullopt;
  return time;
}

UtcSeconds utc_now() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

}  // namespace darvaza::releases
