#include "releases/durable_files.h"

#include <cerrno>
#include <limits>
#include <memory>
#include <system_error>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "releases/large_memory.h"
#include "releases/rules.h"

namespace darvaza::releases {
namespace {

tl::unexpected<Error> io_failure(std::string_view what, const fs::path& file, int number) {
  return fail(number == ENOENT ? ErrorCode::input_missing : ErrorCode::io,
              fmt::format("cannot {}: {}", what, std::generic_category().message(number)),
              file.string());
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }
  bool ok() const { return number_ >= 0; }

 private:
  int number_;
};

/// 0, or the number of the failure.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return written < 0 ? errno : EIO;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

int sync(int descriptor) { return ::fsync(descriptor) == 0 ? 0 : errno; }

/// Makes a file by `fill`, which returns 0 or the number of the failure; then there is none.
template <typename Fill>
Result<void> create(const fs::path& file, mode_t mode, const Fill& fill) {
  int number = 0;
  {
    const Descriptor out(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (!out.ok()) return io_failure("be created", file, errno);
    number = fill(out.number());
  }
  if (number == 0) return {};
  ::unlink(file.c_str());
  return io_failure("be written", file, number);
}

/// Not blocking: a pipe in place of a file must not hold the reader.
Descriptor open_to_read(const fs::path& file) {
  return Descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
}

Result<std::size_t> bounded_size(int descriptor, const fs::path& file, std::uint64_t max_bytes) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return io_failure("be read", file, errno);
  if (!S_ISREG(status.st_mode))
    return refuse(rule::kMalformed, "expected a regular file", file.string());
  if (static_cast<std::uint64_t>(status.st_size) > max_bytes) {
    return refuse(rule::kTooLong,
                  fmt::format("{} bytes where at most {} are allowed", status.st_size, max_bytes),
                  file.string());
  }
  return static_cast<std::size_t>(status.st_size);
}

/// A file that became shorter since it was measured, or cannot be read, is told of before it is
/// mapped.
Result<void> read_through(int descriptor, std::size_t size, const fs::path& file) {
  constexpr std::size_t kBuffer = std::size_t{256} << 10;
  const auto buffer = std::make_unique<char[]>(kBuffer);
  for (std::size_t done = 0; done < size;) {
    const ssize_t count = ::read(descriptor, buffer.get(), kBuffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return io_failure("be read", file, errno);
    if (count == 0) return fail(ErrorCode::io, "became shorter while it was read", file.string());
    done += static_cast<std::size_t>(count);
  }
  return {};
}

/// A piece that is written at once: small ones are gathered.
constexpr std::size_t kPiece = std::size_t{1} << 20;

fs::path parent_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

fs::path beside(const fs::path& file) {
  return parent_of(file) / ("." + file.filename().string() + ".new");
}

}  // namespace

Result<std::string> read_bounded(const fs::path& file, std::uint64_t max_bytes) {
  const Descriptor in = open_to_read(file);
  if (!in.ok()) return io_failure("be opened", file, errno);
  const auto size = bounded_size(in.number(), file, max_bytes);
  if (!size) return tl::unexpected(size.error());
  std::string bytes;
  // It may grow while it is read: never beyond what it was.
  bytes.reserve(*size);
  in_large_pages(bytes.data(), bytes.capacity());
  bytes.resize(*size);
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t count = ::read(in.number(), bytes.data() + done, bytes.size() - done);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return io_failure("be read", file, errno);
    if (count == 0) break;
    done += static_cast<std::size_t>(count);
  }
  bytes.resize(done);
  return bytes;
}

Result<void> write_new(const fs::path& file, std::string_view bytes, mode_t mode) {
  return create(file, mode, [&](int out) {
    const int number = write_all(out, bytes);
    return number != 0 ? number : sync(out);
  });
}

Result<void> write_unsynced(const fs::path& file, std::span<const std::string_view> pieces) {
  return create(file, 0644, [&](int out) {
    std::string gathered;
    for (const std::string_view piece : pieces) {
      if (gathered.size() + piece.size() <= kPiece) {
        gathered += piece;
        continue;
      }
      if (const int number = write_all(out, gathered); number != 0) return number;
      gathered.clear();
      if (piece.size() > kPiece) {
        if (const int number = write_all(out, piece); number != 0) return number;
      } else {
        gathered = piece;
      }
    }
    return write_all(out, gathered);
  });
}

Result<void> sync_file(const fs::path& file) {
  const Descriptor written(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!written.ok()) return io_failure("be synced", file, errno);
  if (const int number = sync(written.number()); number != 0)
    return io_failure("be synced", file, number);
  return {};
}

Result<void> sync_directory(const fs::path& directory) {
  const Descriptor in(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!in.ok() || ::fsync(in.number()) != 0) return io_failure("be synced", directory, errno);
  return {};
}

Result<void> rename_durably(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) return io_failure("be renamed", from, errno);
  return sync_directory(parent_of(to));
}

Result<void> link_file(const fs::path& file, const fs::path& name) {
  if (::link(file.c_str(), name.c_str()) == 0) return {};
  return io_failure("be linked", file, errno);
}

Result<void> remove_directory(const fs::path& directory) {
  const fs::path doomed = beside(directory);
  std::error_code error;
  fs::remove_all(doomed, error);
  if (::rename(directory.c_str(), doomed.c_str()) != 0)
    return io_failure("be renamed", directory, errno);
  fs::remove_all(doomed, error);
  if (error)
    return fail(ErrorCode::io, "cannot be removed: " + error.message(), directory.string());
  return {};
}

Result<void> replace_file(const fs::path& file, std::string_view bytes, mode_t mode) {
  const fs::path temporary = beside(file);
  ::unlink(temporary.c_str());
  if (auto done = write_new(temporary, bytes, mode); !done) return done;
  auto renamed = rename_durably(temporary, file);
  if (!renamed) ::unlink(temporary.c_str());
  return renamed;
}

Result<void> replace_link(const fs::path& link, const fs::path& target) {
  const fs::path temporary = beside(link);
  ::unlink(temporary.c_str());
  if (::symlink(target.c_str(), temporary.c_str()) != 0)
    return io_failure("be linked", link, errno);
  auto renamed = rename_durably(temporary, link);
  if (!renamed) ::unlink(temporary.c_str());
  return renamed;
}

Result<void> make_directories(const fs::path& directory) {
  std::error_code error;
  fs::create_directories(directory, error);
  if (error)
    return fail(ErrorCode::io, "cannot be created: " + error.message(), directory.string());
  return {};
}

Result<MappedFile> MappedFile::map(const fs::path& file, std::uint64_t max_bytes, bool read_first) {
  const Descriptor in = open_to_read(file);
  if (!in.ok()) return io_failure("be opened", file, errno);
  const auto size = bounded_size(in.number(), file, max_bytes);
  if (!size) return tl::unexpected(size.error());
  if (*size == 0) return MappedFile();
  if (read_first) {
    if (auto done = read_through(in.number(), *size, file); !done)
      return tl::unexpected(done.error());
  }
  void* const bytes = ::mmap(nullptr, *size, PROT_READ, MAP_SHARED | MAP_POPULATE, in.number(), 0);
  if (bytes == MAP_FAILED) return io_failure("be mapped", file, errno);
  return MappedFile(std::string_view(static_cast<const char*>(bytes), *size));
}

Result<MappedFile> MappedFile::open(const fs::path& file, std::uint64_t max_bytes) {
  return map(file, max_bytes, true);
}
Result<MappedFile> MappedFile::written(const fs::path& file) {
  return map(file, std::numeric_limits<std::uint64_t>::max(), false);
}
MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  return *this;
}
MappedFile::~MappedFile() {
  if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

Result<FileLock> FileLock::take(const fs::path& file, std::chrono::milliseconds patience) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor < 0) return io_failure("be opened", file, errno);
  FileLock lock(descriptor);
  const auto until = std::chrono::steady_clock::now() + patience;
  while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (std::chrono::steady_clock::now() >= until)
      return fail(ErrorCode::io, "another process is at work here", file.string());
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return lock;
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace darvaza::releases
