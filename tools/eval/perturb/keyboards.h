// Where letters stand on keyboards.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "text/script.h"

namespace darvaza::perturb {

/// The letters of the four rows, from the row of digits down; a blank where a key has no letter.
/// Static data.
struct Keyboard {
  std::string_view id, title;
  text::Script script;
  std::array<std::u32string_view, 4> rows;
};

std::span<const Keyboard> keyboards();

/// The letters on the keys that touch the key of `letter`, lower-case; empty when the keyboard does
/// not have it.
std::u32string neighbours(const Keyboard& keyboard, char32_t letter);

}  // namespace darvaza::perturb
