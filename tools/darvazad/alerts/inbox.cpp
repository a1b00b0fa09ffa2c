#include "alerts/inbox.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <fmt/core.h>
#include <openssl/rand.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include "text/hex.h"

namespace darvaza::daemon {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMagic = 0x31786f626e697a64;  // "dzinbox1"
constexpr std::uint64_t kPage = 4096;
constexpr std::string_view kPrefix = "inbox-";

/// Before each item.
struct ItemHead {
  std::uint64_t checksum;
  std::uint64_t size;
};

tl::unexpected<Error> io_error(const char* what, const fs::path& file) {
  return fail(ErrorCode::io, fmt::format("{}: {}", what, std::strerror(errno)), file.string());
}

bool take_lock(int descriptor) { return flock(descriptor, LOCK_EX | LOCK_NB) == 0; }

}  // namespace

/// At the beginning of the file. Both counts only rise; an item is there once `written` says so.
struct Inbox::Head {
  std::uint64_t magic;
  std::uint64_t capacity;
  std::uint64_t written;
  std::uint64_t taken;
};

Inbox::Inbox(fs::path file, int descriptor, void* memory, std::uint64_t capacity)
    : file_(std::move(file)), descriptor_(descriptor), memory_(memory), capacity_(capacity) {}

Inbox::~Inbox() {
  munmap(memory_, kPage + capacity_);
  close(descriptor_);
}

Inbox::Head& Inbox::head() const { return *static_cast<Head*>(memory_); }
char* Inbox::ring() const { return static_cast<char*>(memory_) + kPage; }

Result<std::unique_ptr<Inbox>> Inbox::create(const fs::path& directory, std::uint64_t bytes) {
  unsigned char random[8];
  if (RAND_bytes(random, sizeof random) != 1)
    return fail(ErrorCode::io, "the system gives no randomness");
  const std::uint64_t capacity = (bytes + kPage - 1) / kPage * kPage;
  fs::path file = directory / fmt::format("{}{}", kPrefix, text::hex(random));
  const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0) return io_error("cannot be created", file);
  const auto give_up = [&](const char* what, int error) {
    close(descriptor);
    unlink(file.c_str());
    errno = error;
    return io_error(what, file);
  };
  if (!take_lock(descriptor)) return give_up("cannot be locked", errno);
  // Without its blocks a mapped file kills its writer when the disk is full.
  if (const int error = posix_fallocate(descriptor, 0, static_cast<off_t>(kPage + capacity)))
    return give_up("no room for alerts that wait", error);
  void* memory = mmap(nullptr, kPage + capacity, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  if (memory == MAP_FAILED) return give_up("cannot be mapped", errno);
  *static_cast<Head*>(memory) = {kMagic, capacity, 0, 0};
  return std::unique_ptr<Inbox>(new Inbox(std::move(file), descriptor, memory, capacity));
}

/// Of a file that is an inbox; one that is none is removed: its process died while making it.
std::unique_ptr<Inbox> Inbox::map(fs::path file, int descriptor) {
  struct stat status {};
  Head head{};
  const bool whole = fstat(descriptor, &status) == 0 &&
                     pread(descriptor, &head, sizeof head, 0) == sizeof head &&
                     head.magic == kMagic && head.capacity > 0 &&
                     static_cast<std::uint64_t>(status.st_size) == kPage + head.capacity &&
                     head.taken <= head.written && head.written - head.taken <= head.capacity;
  if (!whole) {
    unlink(file.c_str());
    return nullptr;
  }
  void* memory =
      mmap(nullptr, kPage + head.capacity, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  if (memory == MAP_FAILED) return nullptr;
  return std::unique_ptr<Inbox>(new Inbox(std::move(file), descriptor, memory, head.capacity));
}

std::unique_ptr<Inbox> Inbox::abandoned(const fs::path& directory) {
  std::error_code error;
  for (const auto& item : fs::directory_iterator(directory, error)) {
    if (!item.path().filename().string().starts_with(kPrefix)) continue;
    const int descriptor = open(item.path().c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) continue;
    if (take_lock(descriptor)) {
      if (auto inbox = map(item.path(), descriptor)) return inbox;
    }
    close(descriptor);
  }
  return nullptr;
}

void Inbox::copy_in(std::uint64_t at, std::string_view bytes) {
  const std::uint64_t begin = at % capacity_;
  const std::uint64_t until_end = std::min<std::uint64_t>(bytes.size(), capacity_ - begin);
  std::memcpy(ring() + begin, bytes.data(), until_end);
  std::memcpy(ring(), bytes.data() + until_end, bytes.size() - until_end);
}

std::string Inbox::copy_out(std::uint64_t at, std::uint64_t size) const {
  const std::uint64_t begin = at % capacity_;
  const std::uint64_t until_end = std::min(size, capacity_ - begin);
  std::string bytes(ring() + begin, until_end);
  return bytes.append(ring(), size - until_end);
}

bool Inbox::put(std::string_view item) {
  const ItemHead item_head{XXH3_64bits(item.data(), item.size()), item.size()};
  const std::string_view head_bytes(reinterpret_cast<const char*>(&item_head), sizeof item_head);
  const std::lock_guard lock(mutex_);
  const std::uint64_t written = head().written;
  if (sizeof item_head + item.size() > capacity_ - (written - head().taken)) return false;
  copy_in(written, head_bytes);
  copy_in(written + sizeof item_head, item);
  std::atomic_ref(head().written)
      .store(written + sizeof item_head + item.size(), std::memory_order_release);
  return true;
}

std::uint64_t Inbox::begin() const {
  const std::lock_guard lock(mutex_);
  return head().taken;
}

std::optional<std::string> Inbox::read(std::uint64_t& position, bool& damaged) {
  damaged = false;
  const std::lock_guard lock(mutex_);
  const std::uint64_t waiting = head().written - position;
  if (waiting == 0) return std::nullopt;
  ItemHead item_head{};
  if (waiting >= sizeof item_head) {
    std::memcpy(&item_head, copy_out(position, sizeof item_head).data(), sizeof item_head);
    if (item_head.size <= waiting - sizeof item_head) {
      std::string item = copy_out(position + sizeof item_head, item_head.size);
      if (XXH3_64bits(item.data(), item.size()) == item_head.checksum) {
        position += sizeof item_head + item_head.size;
        return item;
      }
    }
  }
  damaged = true;
  overwrite(position, head().written);
  head().written = position;
  return std::nullopt;
}

void Inbox::drop(std::uint64_t position) {
  const std::lock_guard lock(mutex_);
  const std::uint64_t taken = head().taken;
  std::atomic_ref(head().taken).store(position, std::memory_order_release);
  overwrite(taken, position);
}

void Inbox::overwrite(std::uint64_t begin, std::uint64_t end) {
  copy_in(begin, std::string(end - begin, '\0'));
}

std::uint64_t Inbox::waiting_bytes() const {
  const std::lock_guard lock(mutex_);
  return head().written - head().taken;
}

void Inbox::remove() { unlink(file_.c_str()); }

}  // namespace darvaza::daemon
