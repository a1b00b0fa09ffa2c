// Words in scripts of which nothing can be compared.
#pragma once

#include <cstddef>
#include <string_view>

namespace darvaza::names {

/// How many words of a name have letters, but no sound: of Mongolian and other scripts that
/// neither Darvaza nor ICU reads. Nothing of them can be searched for. Some nanoseconds for a name that cannot have any.
/// Thread-safe.
std::size_t unheard_words(std::string_view utf8);

}  // namespace darvaza::names
