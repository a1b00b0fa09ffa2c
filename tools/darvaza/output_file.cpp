#include "output_file.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "terminal.h"

namespace darvaza::tool {
namespace {

tl::unexpected<Error> io_failure(int error, const std::string& name) {
  const std::string reason = std::generic_category().message(error);
  return fail(ErrorCode::io, fmt::format("cannot be written: {}", reason), name);
}

}  // namespace

Result<OutputFile> OutputFile::open(const std::string& path) {
  if (path.empty() || path == "-") return OutputFile(stdout, "standard output");
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return io_failure(errno, path);
  return OutputFile(file, path);
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : file_(std::exchange(other.file_, nullptr)),
      name_(std::move(other.name_)),
      error_(other.error_) {}

OutputFile::~OutputFile() {
  if (file_ != nullptr && file_ != stdout) std::fclose(file_);
}

void OutputFile::note_error() {
  if (error_ == 0) error_ = errno != 0 ? errno : EIO;
}

void OutputFile::write(std::string_view text) {
  if (error_ != 0) return;
  if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) note_error();
}

bool OutputFile::is_terminal() const { return tool::is_terminal(file_); }

Result<void> OutputFile::close() {
  std::FILE* file = std::exchange(file_, nullptr);
  if (file == nullptr) return {};
  const bool closed = file == stdout ? std::fflush(file) == 0 : std::fclose(file) == 0;
  if (!closed) note_error();
  if (error_ != 0) return io_failure(error_, name_);
  return {};
}

Result<void> write_file(const std::string& path, std::string_view text) {
  Result<OutputFile> file = OutputFile::open(path);
  if (!file) return tl::unexpected<Error>(file.error());
  file->write(text);
  return file->close();
}

}  // namespace darvaza::tool
