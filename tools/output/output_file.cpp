#include "output/output_file.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include "output/terminal.h"
#include "screening/open_set.h"
#include "text/input_file.h"

namespace darvaza::tool {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> io_failure(int error, const std::string& name) {
  const std::string reason = std::generic_category().message(error);
  return fail(ErrorCode::io, fmt::format("cannot be written: {}", reason), name);
}

/// Whether `file` lies somewhere below `directory`, all links followed.
bool is_below(const fs::path& file, const fs::path& directory) {
  std::error_code error;
  const fs::path inner = fs::weakly_canonical(file, error), outer = fs::weakly_canonical(directory, error);
  return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

bool is_standard_output(const std::string& path) { return path.empty() || path == "-"; }

}  // namespace

void InputFiles::add(const fs::path& file) {
  if (is_standard_output(file.string())) return;
  std::error_code error;
  if (!fs::is_directory(file, error)) return files_.push_back(file);
  for (const std::string_view index : {screening::kIndexFile, screening::kBaseFile, screening::kChangesFile}) files_.push_back(file / index);
}

void InputFiles::add_below(const fs::path& directory) {
  if (!directory.empty()) directories_.push_back(directory);
}

void InputFiles::add_register(const std::string& file, const std::string& key) {
  add(fs::path(key));
  if (file.empty()) return;
  for (const char* const beside : {"", "-wal", "-shm", "-journal"}) add(fs::path(file + beside));
}

Result<void> InputFiles::refuse(const std::string& output) const {
  if (is_standard_output(output)) return {};
  const bool taken = std::any_of(files_.begin(), files_.end(), [&](const fs::path& file) { return text::is_same_file(output, file); }) ||
                     std::any_of(directories_.begin(), directories_.end(), [&](const fs::path& directory) { return is_below(output, directory); });
  if (!taken) return {};
  return fail(ErrorCode::usage, "cannot be the output: the command uses this file otherwise; nothing was written", output);
}

Result<void> refuse_outputs(const std::vector<std::string>& outputs, InputFiles inputs) {
  for (const std::string& output : outputs) {
    if (auto allowed = inputs.refuse(output); !allowed) return allowed;
    inputs.add(fs::path(output));
  }
  return {};
}

Result<OutputFile> OutputFile::open(const std::string& path, const InputFiles& inputs) {
  if (is_standard_output(path)) return standard_output();
  if (const auto allowed = inputs.refuse(path); !allowed) return tl::unexpected(allowed.error());
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) return io_failure(errno, path);
  struct stat status {};
  const bool regular = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  std::FILE* const file = ::fdopen(descriptor, "wb");
  if (file != nullptr) return OutputFile(file, path, regular);
  const int error = errno;
  ::close(descriptor);
  return io_failure(error, path);
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : file_(std::exchange(other.file_, nullptr)),
      name_(std::move(other.name_)),
      to_be_emptied_(other.to_be_emptied_),
      error_(other.error_) {}

OutputFile::~OutputFile() {
  if (file_ != nullptr && file_ != stdout) std::fclose(file_);
}

void OutputFile::note_error() {
  if (error_ == 0) error_ = errno != 0 ? errno : EIO;
}

void OutputFile::empty() {
  if (std::exchange(to_be_emptied_, false) && ::ftruncate(::fileno(file_), 0) != 0) note_error();
}

void OutputFile::write(std::string_view text) {
  empty();
  if (error_ != 0) return;
  if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) note_error();
}

bool OutputFile::is_terminal() const { return tool::is_terminal(file_); }

Result<void> OutputFile::close() {
  if (file_ == nullptr) return {};
  empty();
  std::FILE* file = std::exchange(file_, nullptr);
  const bool closed = file == stdout ? std::fflush(file) == 0 : std::fclose(file) == 0;
  if (!closed) note_error();
  if (error_ != 0) return io_failure(error_, name_);
  return {};
}

Result<void> write_file(const std::string& path, std::string_view text, const InputFiles& inputs) {
  Result<OutputFile> file = OutputFile::open(path, inputs);
  if (!file) return tl::unexpected<Error>(file.error());
  file->write(text);
  return file->close();
}

}  // namespace darvaza::tool
