// One segment of a UN/EDIFACT interchange, taken apart (ISO 9735-1 §6 to §8).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace darvaza::manifests {

/// A segment: its tag and its data, without service characters, release characters and line ends.
/// Elements, repetitions and components are counted from 1, as the directories count them: in
/// `DTM+329:720907'` the date is component 2 of element 1.
class EdifactSegment {
 public:
  std::string tag;            ///< in capitals, "NAD"
  std::uint64_t index = 0;    ///< 1-based number of the segment in the input, UNA not counted
  std::uint64_t byte = 0;     ///< offset of the tag in the input
  bool terminated = true;     ///< false: the input ended inside the segment
  bool released_end = false;  ///< the input ended right after a release character
  bool line_ended = false;    ///< the terminator was missing; a line began with the next tag
  bool unreleased = false;    ///< a terminator stands in it as text, as in "O'BRIEN", without its release character
  bool may_hide_segment = false;  ///< what stands behind that terminator may be the begin of a segment that was not recognised
  bool overlong = false;  ///< more than kMaxSegmentBytes or -Components: only the first are here

  /// The component, without surrounding blanks; empty when it is absent.
  std::string_view get(std::size_t element, std::size_t component = 1,
                       std::size_t repetition = 1) const;

  std::size_t repetitions(std::size_t element) const;  ///< at least 1

  /// "segment 12 (DTM), byte 482"
  std::string place() const;

  /// For the tokenizer: adds a component, in order of the input. Element 0 is the tag.
  void add(std::size_t element, std::size_t repetition, std::size_t component,
           std::string_view value);
  void clear();

  /// All components in order of the input, the tag first.
  std::size_t components() const { return pieces_.size(); }
  std::string_view value(std::size_t at) const { return value(pieces_[at]); }
  std::size_t element_of(std::size_t at) const { return pieces_[at].element; }

 private:
  struct Piece {
    std::uint32_t element, repetition, component;
    std::uint32_t begin, end;  ///< in data_
  };
  std::string_view value(const Piece& piece) const {
    return std::string_view(data_).substr(piece.begin, piece.end - piece.begin);
  }

  std::string data_;
  std::vector<Piece> pieces_;
};

}  // namespace darvaza::manifests
