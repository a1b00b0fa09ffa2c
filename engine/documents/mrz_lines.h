// From whatever a reader or a file delivers to the lines of one zone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "darvaza/error.h"
#include "darvaza/traveller.h"
#include "documents/mrz_layout.h"

namespace darvaza::documents {

/// The lines of a zone of a known shape: `layout->lines` lines of `layout->width` characters, each
/// of them A to Z, 0 to 9 or '<'.
struct MrzLines {
  const MrzLayout* layout = nullptr;  ///< lives as long as the program
  std::vector<std::string> lines;
  std::vector<Problem> problems;  ///< characters that were none of these, now '<'

  std::string_view field(const MrzField& where) const;
};

/// Problems of a character that has no place in a zone, where it hides what is looked up: that name or number is not the holder's.
inline constexpr std::string_view kNameCut = "a character other than A to Z and '<' inside the name, read as '<'";
inline constexpr std::string_view kNumberChanged = "a character other than A to Z, 0 to 9 and '<' in the document number, read as '<'";

/// "line 2, position 28"
std::string mrz_position(int line, int position);

/// Splits `text` as readers deliver it, by the first of these ways that gives a known shape: at
/// line ends and blanks; at line ends, blanks within a line being fillers; at line ends, blanks
/// being nothing. Control characters that separate (CR, LF, VT, FF, 1C to 1F) are line ends, the
/// others (the frame of a keyboard wedge) are nothing. Lines that were run together are cut at the
/// format's width. Where all lines are there, one whose last characters can only be fillers may
/// lack some of them, or have too many: that is mended and reported. Every UTF-8 character counts
/// as one position. Text of no known shape is an error (ErrorCode::input_refused). Costs at most 1
/// KiB of reading.
Result<MrzLines> split_mrz(std::string_view text);

}  // namespace darvaza::documents
