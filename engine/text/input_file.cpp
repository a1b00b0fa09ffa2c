#include "text/input_file.h"

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace darvaza::text {

Result<std::ifstream> open_input(const std::string& file) {
  std::error_code unknown;
  if (std::filesystem::is_directory(file, unknown)) {
    return fail(ErrorCode::input_refused, "a directory: expected a file", file);
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    return fail(ErrorCode::input_missing,
                "cannot be opened: " + std::generic_category().message(errno), file);
  }
  return in;
}

}  // namespace darvaza::text
