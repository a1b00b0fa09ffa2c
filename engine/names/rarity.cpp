#include "names/rarity.h"

namespace darvaza::names {
namespace {

constexpr Millinats kBase = 1500;
constexpr Millinats kEachSound = 1100;
constexpr Millinats kEachSoundWithoutVowels = 1500;
constexpr Millinats kEachSoundOfSyllables = 700;  ///< of which there are a few hundred in names, some three sounds long

Millinats each_sound(romanize::WritingSystem system) {
  using enum romanize::WritingSystem;
  if (system == arabic || system == hebrew) return kEachSoundWithoutVowels;
  return system == hangul || system == han ? kEachSoundOfSyllables : kEachSound;
}

}  // namespace

Millinats most_rarity(const romanize::Sounds& token) {
  const Millinats each = each_sound(token.system());
  return kBase + each * static_cast<Millinats>(token.size());
}

}  // namespace darvaza::names
