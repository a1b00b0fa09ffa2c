// Several names in one cell of a table.
#pragma once

#include <string_view>
#include <vector>

namespace darvaza::records {

struct NameCell {
  std::vector<std::string_view> names;  ///< trimmed, none empty; views into the cell
  /// A name holds what may separate further ones ("A / B", "A (B)", "1) A 2) B", "A | B", "A aka B"): it is kept whole.
  bool doubtful = false;
};

/// Splits where surely another name begins: at ';' (also the Arabic one), line ends, and "a.k.a.", "f.k.a.", "n.k.a." with their
/// full stops. Thread-safe.
NameCell read_name_cell(std::string_view cell);

}  // namespace darvaza::records
