// Normalised document numbers as integers of 48 bits.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "documents/document_number.h"

namespace darvaza::index {

/// Codes are below this; those from here to 2^48 - 1 are free for other uses.
inline constexpr std::uint64_t kPackedNumbers = 241'100'000'000'000;

/// Packs what nearly all documents bear: up to 9 letters and digits, as in a machine-readable zone,
/// or 10 to 14 digits, as identity cards and personal numbers have. Nothing for any other number
/// and for an empty one. Numbers of different text have different codes.
std::optional<std::uint64_t> pack_number(std::string_view normalised);

/// Writes the number of a code below kPackedNumbers and returns the part of `room` that it takes.
std::string_view unpack_number(std::uint64_t code, std::span<char, documents::kLongestNumber> room);

}  // namespace darvaza::index
