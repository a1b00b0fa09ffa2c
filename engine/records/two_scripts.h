// A name, and behind it in brackets the same name in another script.
#pragma once

#include <optional>
#include <string_view>

namespace darvaza::records {

struct TwoScripts {
  std::string_view name;   ///< views into the text, trimmed, none empty
  std::string_view other;  ///< without a label such as "original script:"
};

/// "Tuvan Ordai (Туван Ордай)", one in Latin letters and the other in those of another script; nothing where the brackets hold anything else, or a
/// single word beside several, which may be a part of the name. Thread-safe.
std::optional<TwoScripts> names_in_two_scripts(std::string_view text);

}  // namespace darvaza::records
