#include "names/rarity.h"

namespace darvaza::names {
namespace {

constexpr Millinats kBase = 1500;
constexpr Millinats kEachSound = 1100;
constexpr Millinats kEachArabicSound = 1500;

}  // namespace

Millinats most_rarity(const romanize::Sounds& token) {
  const Millinats each = token.system() == romanize::WritingSystem::arabic ? kEachArabicSound : kEachSound;
  return kBase + each * static_cast<Millinats>(token.size());
}

}  // namespace darvaza::names
