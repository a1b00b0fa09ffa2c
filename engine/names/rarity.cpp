#include "names/rarity.h"

namespace darvaza::names {
namespace {

constexpr Millinats kBase = 1500;
constexpr Millinats kEachSound = 1100;
constexpr Millinats kEachSoundWithoutVowels = 1500;

}  // namespace

Millinats most_rarity(const romanize::Sounds& token) {
  const bool without_vowels = token.system() == romanize::WritingSystem::arabic || token.system() == romanize::WritingSystem::hebrew;
  const Millinats each = without_vowels ? kEachSoundWithoutVowels : kEachSound;
  return kBase + each * static_cast<Millinats>(token.size());
}

}  // namespace darvaza::names
