// The lines in which two snapshots differ, at the speed of comparing memory: most of a list stays
// as it was.
#pragma once

#include <string_view>
#include <vector>

namespace darvaza::releases {

struct ChangedLines {
  std::vector<std::string_view> removed, added;  ///< rising; they point into what was compared
};

/// Both must be snapshots of one list (snapshot_lines), or empty.
ChangedLines changed_lines(std::string_view before, std::string_view after);

/// Where the first line of `text` begins that is not less than `line`, from `from` on, which is the
/// beginning of a line; the size of `text` when there is none. The lines must rise. Costs a look at
/// as many lines as their number has digits in base two.
std::size_t find_line(std::string_view text, std::size_t from, std::string_view line);

/// The line that begins there, without its end.
std::string_view line_at(std::string_view text, std::size_t begin);

}  // namespace darvaza::releases
