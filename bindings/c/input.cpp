#include "input.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <ios>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace darvaza::c {
namespace {

/// A file, pipe or device.
class FileInput : public StoppableInput {
 public:
  explicit FileInput(int descriptor) : descriptor_(descriptor) {}
  ~FileInput() override { ::close(descriptor_); }
  FileInput(const FileInput&) = delete;
  FileInput& operator=(const FileInput&) = delete;

  void stop() override { stopped_ = true; }

 protected:
  int_type underflow() override {
    if (stopped_) return traits_type::eof();
    ssize_t got = 0;
    do {
      got = ::read(descriptor_, block_.data(), block_.size());
    } while (got < 0 && errno == EINTR && !stopped_);
    // A stream turns this into its badbit, by which readers tell a failure from the end.
    if (got < 0) throw std::ios_base::failure("read");
    if (got == 0) return traits_type::eof();
    setg(block_.data(), block_.data(), block_.data() + got);
    return traits_type::to_int_type(block_[0]);
  }

 private:
  const int descriptor_;
  std::atomic<bool> stopped_ = false;
  std::array<char, 16384> block_;
};

/// Bytes in memory, handed out in pieces so that the end can come early.
class BytesInput : public StoppableInput {
 public:
  explicit BytesInput(std::string bytes) : bytes_(std::move(bytes)) {}

  void stop() override { stopped_ = true; }

 protected:
  int_type underflow() override {
    constexpr std::size_t kPiece = 16384;
    const std::size_t size = std::min(kPiece, bytes_.size() - given_);
    if (stopped_ || size == 0) return traits_type::eof();
    char* const begin = bytes_.data() + given_;
    given_ += size;
    setg(begin, begin, begin + size);
    return traits_type::to_int_type(*begin);
  }

 private:
  std::string bytes_;
  std::size_t given_ = 0;
  std::atomic<bool> stopped_ = false;
};

}  // namespace

Result<std::unique_ptr<StoppableInput>> open_file(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return fail(ErrorCode::input_missing, "cannot be opened", path);
  try {
    return std::make_unique<FileInput>(descriptor);
  } catch (...) {
    ::close(descriptor);
    throw;
  }
}

std::unique_ptr<StoppableInput> copy_of(const char* bytes, std::size_t size) {
  return std::make_unique<BytesInput>(std::string(bytes, size));
}

}  // namespace darvaza::c
