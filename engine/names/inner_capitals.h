// Capitals inside words: "AbdulSamad", "TolegenToktasynovich" are two words whose space was lost.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace darvaza::names {

/// `utf8` with a space before every capital inside a word that begins another; nothing when there is none. A capital does so that stands
/// behind two small letters and before one: "McDonald" and "DeLuca" stay whole. Linear; allocates only when it answers a text.
std::optional<std::string> apart_at_capitals(std::string_view utf8);

}  // namespace darvaza::names
