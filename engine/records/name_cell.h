// Several names in one cell of a table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace darvaza::records {

struct NameCell {
  std::vector<std::string> names;  ///< trimmed, none empty, no line ends
  /// Those of them that hold what may separate further ones ("A / B", "A (B)", "1) A 2) B", "A | B", "A aka B"): they are kept whole.
  std::vector<std::string> doubtful;
};

/// Splits where surely another name begins: at ';' (also the Arabic one), "a.k.a.", "f.k.a.", "n.k.a." with their full stops. At line ends, too; but
/// where a line is one word, the name may be broken over lines ("Ordai", "Tuvan" below it): then all lines together are a name besides, the first one when
/// each of them is one word. Thread-safe.
NameCell read_name_cell(std::string_view cell);

}  // namespace darvaza::records
