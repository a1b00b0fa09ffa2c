// A file of sections with digests: written in one go, verified and mapped on opening. Knows nothing of
// what the sections mean.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "darvaza/error.h"
#include "index/file_format.h"
#include "index/index.h"

namespace darvaza::index {

/// The bytes of one section, ready to be written; holds what they lie in.
class SectionBytes {
 public:
  SectionBytes() = default;
  /// Takes over a vector of records, or a string.
  template <typename Container>
  explicit SectionBytes(Container&& records) {
    static_assert(std::is_rvalue_reference_v<Container&&>, "sections are moved, not copied");
    auto held = std::make_shared<Container>(std::move(records));
    pieces_ = {std::as_bytes(std::span(*held))};
    held_ = std::move(held);
  }
  /// Takes over vectors of records that make one section, one after another.
  template <typename T>
  static SectionBytes of_pieces(std::vector<std::vector<T>>&& pieces) {
    SectionBytes section;
    auto held = std::make_shared<std::vector<std::vector<T>>>(std::move(pieces));
    for (const std::vector<T>& piece : *held) section.pieces_.push_back(std::as_bytes(std::span(piece)));
    section.held_ = std::move(held);
    return section;
  }
  std::span<const std::span<const std::byte>> pieces() const { return pieces_; }
  std::uint64_t size() const {
    std::uint64_t size = 0;
    for (const auto piece : pieces_) size += piece.size();
    return size;
  }

 private:
  std::shared_ptr<const void> held_;
  std::vector<std::span<const std::byte>> pieces_;
};

/// All sections, ready to be written.
struct Sections {
  std::array<SectionBytes, kSectionCount> all;
  SectionBytes& operator[](SectionId id) { return all[static_cast<std::size_t>(id)]; }
};

/// Writes header and sections to a temporary file beside `path`, syncs it, renames it to `path` and
/// syncs the directory. After a crash at any instant `path` is the old file or the new one; on
/// failure the temporary file is removed. Returns the bytes written, or ErrorCode::io.
Result<std::uint64_t> write_section_file(const std::filesystem::path& path, const Sections& sections,
                                         std::uint64_t tables_fingerprint);

Digest digest_of(std::span<const std::byte> bytes);

/// An open file whose header and digests hold. Read-only; thread-safe.
class SectionFile {
 public:
  /// Errors: input_missing, io; input_refused when it is no index, of another version, built with
  /// other tables, truncated, or when a digest does not hold.
  static Result<SectionFile> open(const std::filesystem::path& path, Residence residence,
                                  std::uint64_t tables_fingerprint);
  /// The same bytes as write_section_file makes of them, without a file.
  static SectionFile in_memory(const Sections& sections, std::uint64_t tables_fingerprint);
  ~SectionFile();
  SectionFile(SectionFile&&) noexcept;
  SectionFile& operator=(SectionFile&&) noexcept;

  const FileHeader& header() const;
  std::span<const std::byte> bytes(SectionId id) const;
  /// Whether reading all of it is worth several threads.
  bool is_large() const { return header().file_bytes > 1'000'000; }

  /// The section as an array of T. Its size must be a multiple of sizeof(T): see is_whole.
  template <typename T>
  std::span<const T> records(SectionId id) const {
    const auto raw = bytes(id);
    return {reinterpret_cast<const T*>(raw.data()), raw.size() / sizeof(T)};
  }
  template <typename T>
  bool is_whole(SectionId id) const {
    return bytes(id).size() % sizeof(T) == 0;
  }

 private:
  struct Bytes;
  explicit SectionFile(std::unique_ptr<Bytes> bytes);
  std::unique_ptr<Bytes> bytes_;
};

}  // namespace darvaza::index
