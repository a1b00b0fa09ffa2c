#include "api/held_files.h"

#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include "screening/open_set.h"

namespace darvaza::daemon {
namespace {

/// "/proc/self/fd/1" is not meant by "/proc/self/fd/12".
void replace(std::string& text, std::string_view path, std::string_view name) {
  for (std::size_t at = text.find(path); at != std::string::npos; at = text.find(path, at)) {
    const std::size_t end = at + path.size();
    if (end < text.size() && '0' <= text[end] && text[end] <= '9') {
      at = end;
      continue;
    }
    text.replace(at, path.size(), name);
    at += name.size();
  }
}

}  // namespace

Result<std::shared_ptr<const HeldFiles>> HeldFiles::open(
    std::span<const std::filesystem::path> paths) {
  auto files = screening::files_of(paths);
  if (!files) return tl::unexpected(files.error());
  const std::shared_ptr<HeldFiles> held(new HeldFiles);
  for (std::filesystem::path& file : *files) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
      return fail(errno == ENOENT ? ErrorCode::input_missing : ErrorCode::io,
                  fmt::format("cannot open the index: {}", std::strerror(errno)), file.string());
    held->descriptors_.push_back(descriptor);
    held->paths_.emplace_back(fmt::format("/proc/self/fd/{}", descriptor));
    held->names_.push_back(std::move(file));
    struct stat status {};
    if (fstat(descriptor, &status) != 0)
      return fail(ErrorCode::io, fmt::format("cannot be looked at: {}", std::strerror(errno)),
                  held->names_.back().string());
    held->identities_.emplace_back(status.st_dev, status.st_ino);
  }
  return held;
}

HeldFiles::~HeldFiles() {
  for (const int descriptor : descriptors_) ::close(descriptor);
}

Error HeldFiles::with_names(Error error) const {
  for (std::size_t i = 0; i < paths_.size(); ++i) {
    replace(error.file, paths_[i].native(), names_[i].native());
    replace(error.message, paths_[i].native(), names_[i].native());
  }
  return error;
}

}  // namespace darvaza::daemon
