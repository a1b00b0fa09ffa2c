#include "manifests/edifact_segment.h"

#include <algorithm>

#include <fmt/core.h>

#include "manifests/trim.h"

namespace darvaza::manifests {

std::string_view EdifactSegment::get(std::size_t element, std::size_t component,
                                     std::size_t repetition) const {
  const auto piece = std::find_if(pieces_.begin(), pieces_.end(), [&](const Piece& p) {
    return p.element == element && p.repetition == repetition && p.component == component;
  });
  return piece == pieces_.end() ? std::string_view() : value(*piece);
}

std::size_t EdifactSegment::repetitions(std::size_t element) const {
  std::size_t last = 1;
  for (const Piece& piece : pieces_) {
    if (piece.element == element) last = std::max<std::size_t>(last, piece.repetition);
  }
  return last;
}

std::string EdifactSegment::place() const {
  return fmt::format("segment {} ({}), byte {}", index, tag, byte);
}

void EdifactSegment::add(std::size_t element, std::size_t repetition, std::size_t component,
                         std::string_view value) {
  const std::size_t begin = data_.size();
  data_ += trim(value);
  pieces_.push_back({static_cast<std::uint32_t>(element), static_cast<std::uint32_t>(repetition),
                     static_cast<std::uint32_t>(component), static_cast<std::uint32_t>(begin),
                     static_cast<std::uint32_t>(data_.size())});
}

void EdifactSegment::clear() {
  tag.clear();
  index = byte = 0;
  terminated = true;
  released_end = line_ended = unreleased = may_hide_segment = overlong = false;
  data_.clear();
  pieces_.clear();
}

}  // namespace darvaza::manifests
