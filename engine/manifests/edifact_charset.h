// The character sets that the syntax identifier of UNB names (ISO 9735-1 annex A, ISO 9735-8).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace darvaza::manifests {

/// `bytes` in UTF-8, when `syntax` names one of the sets in use in the region: UNOC Latin (ISO
/// 8859-1), UNOE Cyrillic (8859-5), UNOI Arabic (8859-6), UNOK Turkish (8859-9). Nothing for other
/// identifiers, and for bytes that the set leaves open.
std::optional<std::string> from_charset(std::string_view bytes, std::string_view syntax);

}  // namespace darvaza::manifests
