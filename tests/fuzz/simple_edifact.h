// EDIFACT taken apart in the simplest way that the norm allows, for the oracles of paxlst and
// pnrgov, and a reading of the same bytes in pieces of any size.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/read_travellers.h"

namespace darvaza::fuzz {

/// Each element is its components, unescaped and trimmed; the first is the tag.
struct SimpleSegment {
  std::vector<std::vector<std::string>> elements;

  std::string get(std::size_t element, std::size_t component = 0) const;
  std::string tag() const;  ///< in capitals, without blanks
};

struct SimpleMessage {
  std::vector<SimpleSegment> segments;
  /// Nothing in it needs more than splitting: no line ends, no service segments, no control
  /// characters, every segment is ended.
  bool plain = true;
};

/// Splits at ' + : with ? as release character. Reads no UNA.
SimpleMessage split_simply(std::string_view body);

struct PieceReading {
  Result<ManifestSummary> summary;
  std::vector<Traveller> travellers;
};

/// Reads `text`, which arrives `piece` bytes at a time.
PieceReading read_in_pieces(std::string_view text, ManifestOptions options, std::size_t piece);

/// All that a reading says, as text: two readings of the same bytes must say the same.
std::string all_of(const PieceReading& reading);

/// Reads `message` whole, and holds that it says the same byte by byte and in pieces of another size, which `size` chooses, and
/// that a refused one delivered nobody.
PieceReading read_whole_as_in_pieces(std::string_view message, ManifestOptions options, std::size_t size);

}  // namespace darvaza::fuzz
