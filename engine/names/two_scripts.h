// A name, and beside it the same name in another script.
#pragma once

#include <string_view>
#include <vector>

namespace darvaza::names {

/// The names of "Tuvan Ordai (Туван Ордай)", in the order of the text: several, one beside the other in brackets of any kind, behind a slash, a bar or a dash,
/// each in one script and the others in another than the first, and all of them one name as the engine hears it; without a label such as
/// "original script:". None where the text is, or holds, anything else: what is not heard as the same may say something of the bearer, or name his father.
/// Views into the text, trimmed. Some nanoseconds for a text of ASCII alone, and half a millisecond where there are names to be compared. Thread-safe.
std::vector<std::string_view> names_in_two_scripts(std::string_view text);

}  // namespace darvaza::names
