#include "output/exit_status.h"

#include <cstdio>

#include <fmt/core.h>

#include "output/terminal.h"

namespace darvaza::tool {

int exit_status(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
      return kUsage;
    case ErrorCode::input_refused:
      return kInputRefused;
    case ErrorCode::input_missing:
      return kInputMissing;
    case ErrorCode::io:
      return kIo;
    case ErrorCode::internal:
      break;
  }
  return kInternal;
}

void complain(std::string_view message) { fmt::print(stderr, "darvaza: {}\n", printable(message)); }

int report(const Error& error) {
  complain(to_string(error));
  return exit_status(error.code);
}

}  // namespace darvaza::tool
