// Several values in one field of a table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace darvaza::text {

struct ListItem {
  std::string text;
  /// The item stood in quotation marks although it holds nothing that needs them.
  bool needlessly_quoted = false;
};

/// The items of "a; b;"c; d"", separated by ';', without empty ones. An item that holds the
/// separator or a quotation mark is in quotation marks, inner ones doubled. A mark that never
/// closes is taken as a letter.
std::vector<ListItem> split_quoted_list(std::string_view field);

}  // namespace darvaza::text
