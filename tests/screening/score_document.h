// The tables of docs/score.md, which tests hold to be true.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace darvaza::screening {

using TableRow = std::vector<std::string>;  ///< cells without the blanks around them

/// The rows, without head and rule, of every table below the heading "## `section`", up to the next
/// such heading. Empty when the section or the document is missing.
std::vector<TableRow> score_table(std::string_view section);

/// A score as the document and the command line write it: "0.9983".
std::string written_score(int score_bp);

}  // namespace darvaza::screening
