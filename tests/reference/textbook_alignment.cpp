#include "reference/textbook_alignment.h"

#include <algorithm>

#include "names/phrase_costs.h"
#include "names/sound_costs.h"

namespace darvaza::reference {
namespace {

using names::Millinats;
using romanize::Sounds;

Millinats cheapest(const Sounds& a, std::size_t i, const Sounds& b, std::size_t j,
                   const names::SoundCosts& costs) {
  if (i == 0 && j == 0) return 0;
  Millinats best = names::kTooFar;
  const auto sound = [](const Sounds& token, std::size_t at) { return static_cast<std::size_t>(token[at]); };
  if (i > 0) {
    const Millinats drop = costs.drop[names::gap_place(i - 1, a.size())][sound(a, i - 1)];
    best = std::min(best, cheapest(a, i - 1, b, j, costs) + drop);
  }
  if (j > 0) {
    const Millinats add = costs.add[names::gap_place(j - 1, b.size())][sound(b, j - 1)];
    best = std::min(best, cheapest(a, i, b, j - 1, costs) + add);
  }
  if (i > 0 && j > 0) {
    const Millinats meet = costs.meet[sound(a, i - 1)][sound(b, j - 1)];
    best = std::min(best, cheapest(a, i - 1, b, j - 1, costs) + meet);
  }
  if (names::are_exchanged(a, i, b, j)) best = std::min(best, cheapest(a, i - 2, b, j - 2, costs) + names::kExchange);
  for (const names::PhraseCost& phrase : names::phrase_costs(a.system(), b.system()).all()) {
    if (phrase.at_end && !(i == a.size() && j == b.size())) continue;
    if (!phrase.a.ends_at(a, i) || !phrase.b.ends_at(b, j)) continue;
    best = std::min<Millinats>(best, cheapest(a, i - phrase.a.size, b, j - phrase.b.size, costs) + phrase.cost);
  }
  return best;
}

}  // namespace

Millinats token_cost(const Sounds& a, const Sounds& b) {
  if (b.system() < a.system()) return token_cost(b, a);
  return cheapest(a, a.size(), b, b.size(), names::sound_costs(a.system(), b.system()));
}

}  // namespace darvaza::reference
