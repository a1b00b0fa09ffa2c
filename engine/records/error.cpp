#include "darvaza/error.h"

#include <fmt/core.h>

namespace darvaza {

std::string to_string(const Error& error) {
  std::string place = error.file;
  if (error.line != 0) place += fmt::format("{}{}", place.empty() ? "line " : ":", error.line);
  if (error.record != 0) place += fmt::format("{}record {}", place.empty() ? "" : ": ", error.record);
  if (error.position != 0) place += fmt::format("{}byte {}", place.empty() ? "" : ": ", error.position);
  return place.empty() ? error.message : place + ": " + error.message;
}

}  // namespace darvaza
