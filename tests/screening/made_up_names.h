// Names of persons who do not exist, spelt as sources of three scripts would spell them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "screening/screening_test_support.h"

namespace darvaza::screening {

enum class NameScript : std::uint8_t { latin, cyrillic, arabic };
inline constexpr NameScript kNameScripts[] = {NameScript::latin, NameScript::cyrillic,
                                              NameScript::arabic};

/// A made-up name before anybody writes it down: words of syllables, as rows of a table that knows
/// how each script, and each writer, spells them.
struct MadeUpName {
  std::vector<std::vector<std::size_t>> words;
};

/// The same names for the same seed on every machine.
class MadeUpNames {
 public:
  explicit MadeUpNames(std::uint32_t seed) : random_(seed) {}

  /// Two or three words of two or three syllables.
  MadeUpName make();
  /// The name in this script, in one of its spellings.
  std::string spell(const MadeUpName& name, NameScript script);
  /// The same in any script, as a hurried clerk writes it: words may be swapped, one of three left
  /// out, and a letter dropped or doubled.
  std::string spell_carelessly(MadeUpName name);

  std::size_t below(std::size_t bound) { return random_() % bound; }

 private:
  std::mt19937 random_;
};

/// A list of `count` made-up persons, some with an alias in another script, and what they are
/// called.
struct MadeUpList {
  ListFile file;
  std::vector<MadeUpName> names;
};
MadeUpList make_up_list(std::size_t count, MadeUpNames& names);

/// Travellers: listed persons carelessly spelt, and every fourth one somebody who is not listed.
std::vector<Traveller> make_up_travellers(std::size_t count, const MadeUpList& list,
                                          MadeUpNames& names);

}  // namespace darvaza::screening
