// Where each field stands in each format of machine-readable zone.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "darvaza/mrz.h"

namespace darvaza::documents {

/// Positions `first` to `last` of a line, counted from 1 and inclusive, as the norm prints them.
/// A field that a format does not have is on line 0.
struct MrzField {
  std::uint8_t line = 0;
  std::uint8_t first = 0;
  std::uint8_t last = 0;

  constexpr bool exists() const { return line != 0; }
  constexpr std::size_t length() const { return exists() ? last - first + std::size_t{1} : 0; }
};

struct MrzLayout {
  MrzFormat format;
  std::uint8_t lines;
  std::uint8_t width;
  std::string_view first_characters;  ///< of the document code
  MrzField document_code;
  MrzField issuing_state;
  MrzField name;
  MrzField number;
  MrzField number_check;
  MrzField nationality;
  MrzField birth_date;
  MrzField birth_check;
  MrzField sex;
  MrzField expires;
  MrzField expires_check;
  MrzField optional;         ///< also takes the end of a long document number where `long_number`
  MrzField optional_check;   ///< TD3 only
  MrzField more_optional;    ///< TD1 only
  MrzField composite_check;  ///< not in visas
  std::array<MrzField, 4> composite_over;
  bool long_number;  ///< Doc 9303-5 §4.2.2 note j, Doc 9303-6 §4.2.2 note j
};

/// All five formats, in the order of MrzFormat.
std::span<const MrzLayout> mrz_layouts();

}  // namespace darvaza::documents
