// Bytes into segments: the first of three layers (tokenizer, envelope, message).
//
// Knows service characters, the release character and line ends, and nothing of what segments mean.
// Tolerates what real senders do: heading lines of Type B messages before an interchange, stray
// lines after it, blanks before and after tags, lines wrapped anywhere, a missing terminator at the
// end of a line, one that stands inside of a name without its release character. Holds one segment of at most 64 KiB.
#pragma once

#include <cstdint>
#include <string_view>

#include "darvaza/error.h"
#include "manifests/byte_source.h"
#include "manifests/edifact_segment.h"

namespace darvaza::manifests {

/// ISO 9735-1 §7.1, the service string advice UNA. These are the defaults, which hold without UNA.
/// '\0' stands for "not in use": senders write a blank there.
struct ServiceCharacters {
  char component = ':';
  char element = '+';
  char release = '?';
  char repetition = '\0';
  char terminator = '\'';
};

/// Reads what follows "UNA": six characters, of which the third, the decimal mark, is of no use
/// here. Some senders leave it out; then a line end stands in the sixth place and `length` is 5.
/// Fails when two characters that must differ are the same, or when one is a letter or digit.
Result<ServiceCharacters> parse_service_string(std::string_view text, std::size_t* length);

class EdifactTokenizer {
 public:
  explicit EdifactTokenizer(ByteSource& source) : source_(source) {}

  /// Reads the next segment; false at the end of the input. Fails when a UNA makes no sense.
  Result<bool> next(EdifactSegment& segment);

  /// Whether text that belongs to no segment was skipped after the last UNZ, and where it began.
  /// Heading lines before the first segment do not count.
  bool stray_text() const { return stray_text_; }
  std::uint64_t stray_byte() const { return stray_byte_; }

 private:
  bool at_tag(std::size_t from = 0);
  bool at_service_string(std::size_t from = 0);
  bool next_line_is_a_segment();
  bool terminator_is_text(const EdifactSegment& segment);
  Result<bool> find_segment();
  Result<void> read_service_string();
  void skip_stray_line();
  void read_segment(EdifactSegment& segment);

  ByteSource& source_;
  ServiceCharacters service_;
  std::uint64_t segments_ = 0;
  std::uint64_t stray_byte_ = 0;
  bool stray_text_ = false;
  bool outside_ = true;  ///< before the first segment, or after UNZ
};

}  // namespace darvaza::manifests
