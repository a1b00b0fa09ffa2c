// How a list writes a number that is compared without its separators: "AB 123-456" is "AB123456" in
// a shape.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace darvaza::index {

/// The shape that makes `listed` of `normalised`; empty when the two are equal. Nothing when there
/// is none: characters beyond ASCII, or more of them than a normalised number keeps. Numbers of one
/// list have few shapes.
std::optional<std::string> shape_of(std::string_view listed, std::string_view normalised);

/// `normalised` written in `shape`. Any two texts give some number.
std::string shaped(std::string_view shape, std::string_view normalised);

}  // namespace darvaza::index
