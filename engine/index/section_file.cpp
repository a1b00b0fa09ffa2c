#include "index/section_file.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>
#if defined(__x86_64__)
#include <xxh_x86dispatch.h>  // the same digests with the widest registers that there are: 19 GB/s instead of 4
#endif

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "index/parallel.h"

namespace darvaza::index {
namespace {

std::uint64_t aligned(std::uint64_t offset) { return (offset + kAlignment - 1) / kAlignment * kAlignment; }

/// An open descriptor, closed at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }
  bool ok() const { return number_ >= 0; }

 private:
  int number_;
};

tl::unexpected<Error> io_error(std::string_view what, const std::filesystem::path& path, int error_number) {
  return fail(ErrorCode::io, fmt::format("cannot {}: {}", what, std::strerror(error_number)), path.string());
}

tl::unexpected<Error> refuse(const std::filesystem::path& path, std::string message) {
  return fail(ErrorCode::input_refused, std::move(message), path.string());
}

/// Writes in pieces of 8 MiB that begin at multiples of 8 MiB. A kernel that can (Linux 6.16 for ext4, 5.18
/// for XFS) then caches the file in pages of 2 MiB, and whoever maps it pays one page fault where there
/// were 512: opening 94 MB took 75 ms of them, and takes 5.
class PieceWriter {
 public:
  explicit PieceWriter(int descriptor) : descriptor_(descriptor) { piece_.reserve(kPiece); }

  bool write(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
      const auto part = bytes.first(std::min(bytes.size(), kPiece - piece_.size()));
      piece_.insert(piece_.end(), part.begin(), part.end());
      bytes = bytes.subspan(part.size());
      if (piece_.size() == kPiece && !flush()) return false;
    }
    return true;
  }
  /// To be called at the end of the file.
  bool flush() {
    for (std::span<const std::byte> rest = piece_; !rest.empty();) {
      const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return false;
      rest = rest.subspan(static_cast<std::size_t>(written));
    }
    piece_.clear();
    return true;
  }

 private:
  static constexpr std::size_t kPiece = 8 << 20;
  int descriptor_;
  std::vector<std::byte> piece_;
};

template <typename T>
std::span<const std::byte> as_bytes(const T& value) {
  return std::as_bytes(std::span(&value, 1));
}

Digest header_digest(const FileHeader& header) {
  return digest_of(as_bytes(header).first(offsetof(FileHeader, digest)));
}

/// The same as digest_of all pieces one after another.
Digest digest_of_pieces(std::span<const std::span<const std::byte>> pieces) {
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
  XXH3_128bits_reset(state.get());
  for (const auto piece : pieces) XXH3_128bits_update(state.get(), piece.data(), piece.size());
  const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
  return {hash.low64, hash.high64};
}

FileHeader make_header(const Sections& sections, std::uint64_t tables_fingerprint) {
  FileHeader header;
  header.tables_fingerprint = tables_fingerprint;
  std::uint64_t offset = aligned(sizeof(FileHeader));
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    const std::uint64_t size = sections.all[i].size();
    header.sections[i] = {offset, size, digest_of_pieces(sections.all[i].pieces())};
    offset = aligned(offset + size);
  }
  header.file_bytes = offset;
  header.digest = header_digest(header);
  return header;
}

bool write_padding(PieceWriter& file, std::uint64_t& position, std::uint64_t target) {
  constexpr std::array<std::byte, kAlignment> kZeros{};
  const std::uint64_t missing = target - position;
  position = target;
  return file.write(std::span(kZeros).first(missing));
}

bool write_sections(int descriptor, const FileHeader& header, const Sections& sections) {
  PieceWriter file(descriptor);
  if (!file.write(as_bytes(header))) return false;
  std::uint64_t position = sizeof(FileHeader);
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    if (!write_padding(file, position, header.sections[i].offset)) return false;
    for (const auto piece : sections.all[i].pieces()) {
      if (!file.write(piece)) return false;
    }
    position += header.sections[i].bytes;
  }
  return write_padding(file, position, header.file_bytes) && file.flush();
}

/// A rename is durable once its directory is.
bool sync_directory(const std::filesystem::path& path) {
  const auto parent = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  const Descriptor directory(::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return directory.ok() && ::fsync(directory.number()) == 0;
}

/// What is wrong with a header, if anything.
std::string complaint(const FileHeader& header, std::uint64_t file_bytes, std::uint64_t tables_fingerprint) {
  if (header.magic != kMagic) return "this is not a Darvaza index";
  if (header.version != kFormatVersion) {
    return fmt::format("index format {} where this version reads {}", header.version, kFormatVersion);
  }
  if (header.section_count != kSectionCount || header.digest != header_digest(header)) return "the header is damaged";
  if (header.file_bytes != file_bytes) {
    return fmt::format("the file has {} bytes where its header says {}: truncated or damaged", file_bytes, header.file_bytes);
  }
  if (header.tables_fingerprint != tables_fingerprint) {
    return "built with other romanisation or cost tables than this version has: build the index again";
  }
  // Sections lie one after another with nothing between them but the padding to alignment.
  std::uint64_t offset = aligned(sizeof(FileHeader));
  for (const SectionEntry& section : header.sections) {
    if (section.offset != offset || offset > file_bytes || section.bytes > file_bytes - offset) {
      return "a section lies outside the file: damaged";
    }
    offset = aligned(offset + section.bytes);
  }
  return offset == file_bytes ? std::string() : "the file goes on after its last section: damaged";
}

/// Whether everything between the sections is as written: no byte of the file is without meaning.
bool is_padding_zero(std::span<const std::byte> file, const FileHeader& header) {
  std::uint64_t end = sizeof(FileHeader);
  for (const SectionEntry& section : header.sections) {
    const auto gap = file.subspan(end, section.offset - end);
    if (!std::all_of(gap.begin(), gap.end(), [](std::byte b) { return b == std::byte{0}; })) return false;
    end = section.offset + section.bytes;
  }
  const auto rest = file.subspan(end);
  return std::all_of(rest.begin(), rest.end(), [](std::byte b) { return b == std::byte{0}; });
}

}  // namespace

namespace {

/// The first section whose digest does not hold, or `count`. On all processors: this reads the whole file.
SectionId first_damaged(const SectionFile& file) {
  std::array<bool, kSectionCount> holds{};
  std::vector<std::function<void()>> tasks;
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    tasks.push_back([&, i] { holds[i] = digest_of(file.bytes(static_cast<SectionId>(i))) == file.header().sections[i].digest; });
  }
  run_all(file.is_large() ? thread_count(0) : 1, tasks);
  return static_cast<SectionId>(std::ranges::find(holds, false) - holds.begin());
}

}  // namespace

Digest digest_of(std::span<const std::byte> bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.low64, hash.high64};
}

std::string_view to_string(SectionId id) {
  constexpr std::string_view kNames[] = {
      "strings", "sources", "entries", "entry_ids", "profiles", "states", "terms", "terms_states", "list_terms", "birth_date_runs", "birth_dates", "extras",
      "texts", "person_documents", "names", "name_texts", "name_marks", "name_tokens", "tokens", "token_groups", "token_slots", "token_frequencies", "token_rarities", "similar_begin", "similar_tokens",
      "skeletons", "skeleton_groups", "prefixes", "prefix_groups", "postings_begin", "postings", "posted_states",
      "dated_begin", "dated_names", "dated_states", "document_buckets", "document_tags", "documents", "document_attributes",
      "wide_documents", "ranges", "document_counts", "removals"};
  static_assert(std::size(kNames) == kSectionCount);
  return kNames[static_cast<std::size_t>(id)];
}

Result<std::uint64_t> write_section_file(const std::filesystem::path& path, const Sections& sections,
                                         std::uint64_t tables_fingerprint) {
  if (path.empty()) return fail(ErrorCode::usage, "the name of the index to write is empty");
  // Renamed onto a device, as "/dev/null" is, the index would take its place for the whole machine. A link is replaced, and not what it leads to.
  struct stat there {};
  if (::lstat(path.c_str(), &there) == 0 && !S_ISREG(there.st_mode) && !S_ISLNK(there.st_mode) && !S_ISDIR(there.st_mode)) {
    return fail(ErrorCode::usage, "is no regular file, whose place an index could take; nothing was written", path.string());
  }
  std::string temporary = path.string() + ".XXXXXX";
  const Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (!file.ok()) return io_error("create a temporary file beside it", path, errno);
  const auto give_up = [&](std::string_view what) {
    const int error_number = errno;
    ::unlink(temporary.c_str());
    return io_error(what, path, error_number);
  };
  const FileHeader header = make_header(sections, tables_fingerprint);
  if (!write_sections(file.number(), header, sections)) return give_up("write");
  constexpr mode_t kReadableByAll = 0644;
  if (::fchmod(file.number(), kReadableByAll) != 0 || ::fsync(file.number()) != 0) return give_up("sync");
  if (::rename(temporary.c_str(), path.c_str()) != 0) return give_up("rename to it");
  // The new file is in place and whole; only its name may not survive a power cut.
  if (!sync_directory(path)) return io_error("sync the directory of", path, errno);
  return header.file_bytes;
}

/// Either a mapping or a private copy.
struct SectionFile::Bytes {
  const std::byte* data = nullptr;
  std::uint64_t size = 0;
  void* mapping = nullptr;
  std::unique_ptr<std::byte[]> copy;

  Bytes() = default;
  Bytes(const Bytes&) = delete;
  Bytes& operator=(const Bytes&) = delete;
  ~Bytes() {
    if (mapping != nullptr) ::munmap(mapping, size);
  }

  /// All of it at once: the digests read every page anyway.
  bool map(int descriptor) {
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_SHARED | MAP_POPULATE, descriptor, 0);
    if (address == MAP_FAILED) return false;
    mapping = address;
    ::madvise(address, size, MADV_HUGEPAGE);  // for what is not cached yet; see PieceWriter; may be refused
    data = static_cast<const std::byte*>(address);
    return true;
  }

  /// Room for all of it in private memory, zeros.
  std::byte* allocate() {
    static_assert(kAlignment >= alignof(std::max_align_t));
    copy = std::make_unique<std::byte[]>(size + kAlignment);
    const auto address = reinterpret_cast<std::uintptr_t>(copy.get());
    std::byte* aligned_copy = copy.get() + (aligned(address) - address);
    data = aligned_copy;
    return aligned_copy;
  }

  bool read(int descriptor) {
    std::byte* aligned_copy = allocate();
    for (std::uint64_t done = 0; done < size;) {
      const ssize_t count = ::pread(descriptor, aligned_copy + done, size - done, static_cast<off_t>(done));
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) return false;
      done += static_cast<std::uint64_t>(count);
    }
    return true;
  }
};

Result<SectionFile> SectionFile::open(const std::filesystem::path& path, Residence residence,
                                      std::uint64_t tables_fingerprint) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.ok()) {
    return fail(errno == ENOENT ? ErrorCode::input_missing : ErrorCode::io,
                fmt::format("cannot open the index: {}", std::strerror(errno)), path.string());
  }
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return io_error("inspect", path, errno);
  if (!S_ISREG(status.st_mode) || static_cast<std::uint64_t>(status.st_size) < sizeof(FileHeader)) {
    return refuse(path, "this is not a Darvaza index: too short");
  }
  auto bytes = std::make_unique<Bytes>();
  bytes->size = static_cast<std::uint64_t>(status.st_size);
  if (!(residence == Residence::mapped ? bytes->map(file.number()) : bytes->read(file.number()))) {
    return io_error("read", path, errno);
  }
  SectionFile opened(std::move(bytes));
  if (std::string text = complaint(opened.header(), opened.bytes_->size, tables_fingerprint); !text.empty()) {
    return refuse(path, std::move(text));
  }
  if (!is_padding_zero({opened.bytes_->data, opened.bytes_->size}, opened.header())) {
    return refuse(path, "the file is damaged between its sections");
  }
  if (const SectionId damaged = first_damaged(opened); damaged != SectionId::count) {
    return refuse(path, fmt::format("the section '{}' is damaged: its digest does not hold", to_string(damaged)));
  }
  return opened;
}

SectionFile SectionFile::in_memory(const Sections& sections, std::uint64_t tables_fingerprint) {
  const FileHeader header = make_header(sections, tables_fingerprint);
  auto bytes = std::make_unique<Bytes>();
  bytes->size = header.file_bytes;
  std::byte* const to = bytes->allocate();
  std::memcpy(to, &header, sizeof header);
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    std::byte* at = to + header.sections[i].offset;
    for (const auto piece : sections.all[i].pieces()) at = std::copy(piece.begin(), piece.end(), at);
  }
  return SectionFile(std::move(bytes));
}

SectionFile::SectionFile(std::unique_ptr<Bytes> bytes) : bytes_(std::move(bytes)) {}
SectionFile::~SectionFile() = default;
SectionFile::SectionFile(SectionFile&&) noexcept = default;
SectionFile& SectionFile::operator=(SectionFile&&) noexcept = default;

const FileHeader& SectionFile::header() const { return *reinterpret_cast<const FileHeader*>(bytes_->data); }

std::span<const std::byte> SectionFile::bytes(SectionId id) const {
  const SectionEntry& section = header().sections[static_cast<std::size_t>(id)];
  return {bytes_->data + section.offset, section.bytes};
}

}  // namespace darvaza::index
