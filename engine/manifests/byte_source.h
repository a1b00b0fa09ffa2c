// Bytes of a stream, with a look ahead: formats are recognised on pipes, which cannot seek.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <streambuf>
#include <string>
#include <string_view>

namespace darvaza::manifests {

/// Reads `in` in blocks. `in` must outlive the source and must not be read by others meanwhile.
class ByteSource {
 public:
  static constexpr int kEnd = -1;

  explicit ByteSource(std::istream& in) : in_(in) {}
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  /// Up to `count` bytes from the current place on, fewer only before the end of the input. The
  /// view is valid until the next call. Moves nothing.
  std::string_view peek(std::size_t count);

  /// The next byte (0 to 255) or kEnd.
  int get() {
    if (at_ == held_.size() && !refill(1)) return kEnd;
    return static_cast<unsigned char>(held_[at_++]);
  }

  void skip(std::size_t count);

  /// Bytes consumed so far: the offset of the next one.
  std::uint64_t offset() const { return dropped_ + at_; }

  /// Whether the operating system refused to read on: the end that was seen is not the true one.
  bool failed() const { return failed_; }

 private:
  bool refill(std::size_t needed);

  std::istream& in_;
  std::string held_;
  std::size_t at_ = 0;
  std::uint64_t dropped_ = 0;
  bool ended_ = false;
  bool failed_ = false;
};

/// The rest of a ByteSource as a standard stream buffer, for readers that want a std::istream.
class ByteSourceBuffer : public std::streambuf {
 public:
  explicit ByteSourceBuffer(ByteSource& source) : source_(source) {}

 protected:
  int_type underflow() override;

 private:
  ByteSource& source_;
  char block_[4096] = {};
};

}  // namespace darvaza::manifests
