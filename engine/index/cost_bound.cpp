#include "index/cost_bound.h"

#include <algorithm>
#include <tuple>

#include "names/sound_costs.h"

namespace darvaza::index {
namespace {

using names::Millinats;
using romanize::Sound;
using romanize::Sounds;
using romanize::WritingSystem;

/// The least that `sound` of a token costs: left out at the cheapest place, or met by the query's
/// best sound. `query_first`: the query's system is the first of the table's pair.
Millinats least_cost(const names::SoundCosts& costs, const Sounds& query, std::size_t sound,
                     bool query_first) {
  const auto& gaps = query_first ? costs.add : costs.drop;
  Millinats least = std::min({gaps[0][sound], gaps[1][sound], gaps[2][sound]});
  for (const Sound asked : query) {
    const auto q = static_cast<std::size_t>(asked);
    least = std::min<Millinats>(least, query_first ? costs.meet[q][sound] : costs.meet[sound][q]);
  }
  return least;
}

}  // namespace

CostBound::CostBound(const Sounds& query) {
  for (std::size_t system = 0; system < costs_.size(); ++system) {
    const auto other = static_cast<WritingSystem>(system);
    const bool query_first = query.system() <= other;
    const auto [first, second] = std::minmax({query.system(), other});
    const names::SoundCosts& costs = names::sound_costs(first, second);
    for (std::size_t sound = 0; sound < romanize::kSoundCount; ++sound) {
      costs_[system][sound] = least_cost(costs, query, sound, query_first);
    }
  }
}

}  // namespace darvaza::index
