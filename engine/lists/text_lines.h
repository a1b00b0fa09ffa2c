// Lines of a text, of bounded length.
#pragma once

#include <cstdint>
#include <istream>
#include <string>

#include "darvaza/error.h"

namespace darvaza::lists {

struct TextLine {
  std::string text;        ///< without its line end
  std::uint64_t line = 0;  ///< 1-based
  bool too_long = false;   ///< over the limit: `text` is empty
};

/// Lines of a stream that must outlive it, empty ones left out, a byte order mark skipped. Memory
/// is bounded by `max_bytes` and one block of 64 KiB; longer lines are passed over and reported as
/// such.
class TextLines {
 public:
  explicit TextLines(std::istream& in, std::size_t max_bytes = std::size_t{4} << 20)
      : in_(in), max_bytes_(max_bytes) {}

  /// Reads the next line; false at the end of the stream.
  bool next(TextLine& line);

 private:
  bool read_line(TextLine& line);

  std::istream& in_;
  std::size_t max_bytes_;
  std::uint64_t lines_ = 0;
};

}  // namespace darvaza::lists
