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

Result<void> check_secrecy(const std::filesystem::path& file) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(file, error);
  if (error || !std::filesystem::exists(status)) return fail(ErrorCode::input_missing, "cannot be opened", file.string());
  const bool open_to_all = (status.permissions() & std::filesystem::perms::others_read) != std::filesystem::perms::none;
  if (open_to_all) return fail(ErrorCode::input_refused, "everybody may read this key: expected mode 0400", file.string());
  return {};
}

bool is_same_file(const std::filesystem::path& a, const std::filesystem::path& b) {
  namespace fs = std::filesystem;
  std::error_code error;
  const bool a_exists = fs::exists(a, error), b_exists = fs::exists(b, error);
  if (a_exists != b_exists) return false;
  if (a_exists) return fs::is_regular_file(a, error) && fs::equivalent(a, b, error);
  return fs::weakly_canonical(a, error) == fs::weakly_canonical(b, error);
}

}  // namespace darvaza::text
