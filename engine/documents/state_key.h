// The form in which names of States are compared.
#pragma once

#include <string>
#include <string_view>

namespace darvaza::documents {

/// The words of a State's name in lower case, in alphabetical order, separated by one blank,
/// without diacritics, "the", "of", "and", and with usual abbreviations written out ("Rep." →
/// "republic"). So "Iran (Islamic Republic of)" and "Islamic Republic of Iran" have the same key.
/// Latin letters up to U+017F are folded; other bytes beyond ASCII stay as they are. Empty when no
/// word remains.
std::string state_key(std::string_view name);

}  // namespace darvaza::documents
