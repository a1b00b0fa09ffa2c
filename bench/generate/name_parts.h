// What the generator makes names of: parts in three scripts.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace darvaza::generate {

enum class Script : std::size_t { latin, cyrillic, arabic };
inline constexpr std::size_t kScriptCount = 3;

/// A syllable or two of a name, spelled in each script.
struct NamePart {
  std::array<std::string_view, kScriptCount> spelling;

  std::string_view in(Script script) const { return spelling[static_cast<std::size_t>(script)]; }
};

// Written for this generator: sounds, name elements and endings in general use from the Caspian to
// the Indus. Put together at random they give words that look like names and belong to nobody.
std::span<const NamePart> common_given_names();  ///< the commonest first
std::span<const NamePart> roots();
std::span<const NamePart> middles();
std::span<const NamePart> given_endings();
std::span<const NamePart> surname_endings();
std::span<const NamePart> feminine_surname_endings();  ///< for the first few of surname_endings

}  // namespace darvaza::generate
