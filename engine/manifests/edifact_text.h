// Text of a segment as UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "darvaza/traveller.h"

namespace darvaza::manifests {

/// `bytes` in UTF-8: as they are when they are well-formed, else read in the character set that
/// `syntax`, the identifier in UNB, names; failing that, with U+FFFD and a problem of `traveller`.
std::string edifact_text(Traveller& traveller, std::string_view bytes, std::string_view syntax,
                         const std::string& where);

/// How many characters, not bytes, `bytes` hold, read as above: a standard's an..35 counts those.
std::size_t edifact_characters(std::string_view bytes, std::string_view syntax);

/// Whether a name fills its component to the last character (kNameComponentLimits), so that it may have been cut.
bool fills_name_component(std::string_view text, std::string_view syntax);

}  // namespace darvaza::manifests
