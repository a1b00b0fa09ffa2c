// Yes and no, as labelled data write them.
#pragma once

#include <optional>
#include <string_view>

namespace darvaza::eval {

/// true, yes, y, 1, match and false, no, n, 0, nonmatch, in lower case or capitals; nothing for
/// other words.
inline std::optional<bool> truth_word(std::string_view word) {
  for (const std::string_view yes :
       {"true", "True", "TRUE", "yes", "Yes", "YES", "y", "Y", "1", "match"}) {
    if (word == yes) return true;
  }
  for (const std::string_view no :
       {"false", "False", "FALSE", "no", "No", "NO", "n", "N", "0", "nonmatch"}) {
    if (word == no) return false;
  }
  return std::nullopt;
}

}  // namespace darvaza::eval
