// Text of a segment as UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "darvaza/traveller.h"

namespace darvaza::manifests {

/// `bytes` in UTF-8: as they are when they are well-formed, else read in the character set that
/// `syntax`, the identifier in UNB, names; failing that, with U+FFFD and a problem of `traveller`.
std::string edifact_text(Traveller& traveller, std::string_view bytes, std::string_view syntax,
                         const std::string& where);

}  // namespace darvaza::manifests
