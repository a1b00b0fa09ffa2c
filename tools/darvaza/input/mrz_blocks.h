// The machine-readable zones in a file of lines.
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <string>

namespace darvaza::tool {

struct MrzBlock {
  std::uint64_t line = 0;  ///< 1-based line on which the zone begins
  std::string lines;       ///< separated by line feeds
};

/// Cuts a stream into zones: at blank lines, and after as many lines as the lengths of the first two
/// ask for (Doc 9303-5 §4.2: three lines of 30; all others two; a line beyond 50 characters holds all
/// of a zone run together). Lines end in LF, CR, or both; other control characters are left to parse_mrz, but
/// not counted at the ends of lines. A line longer than 4 KiB, up to either, is cut there: it is no zone, and parse_mrz refuses it. Memory is bounded by
/// one zone.
void for_each_mrz_block(std::istream& in, const std::function<void(const MrzBlock&)>& use);

}  // namespace darvaza::tool
