// Lines of a stream, each bounded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "manifests/byte_source.h"

namespace darvaza::manifests {

/// Lines end in LF, CR LF or CR. A line longer than `limit` is cut there and marked; its rest is
/// read and dropped, so that the next line is the next line.
class LineReader {
 public:
  LineReader(ByteSource& source, std::size_t limit) : source_(source), limit_(limit) {}

  /// Reads the next line, without its end; false at the end of the input.
  bool next();

  const std::string& text() const { return text_; }
  std::uint64_t number() const { return number_; }  ///< 1-based
  bool cut() const { return cut_; }

 private:
  ByteSource& source_;
  std::size_t limit_;
  std::string text_;
  std::uint64_t number_ = 0;
  bool cut_ = false;
};

}  // namespace darvaza::manifests
