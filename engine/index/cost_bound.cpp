#include "index/cost_bound.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <tuple>

#include "names/phrase_costs.h"
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

/// Which sounds a token holds, one bit each: most phrases are ruled out by them.
std::uint64_t sounds_in(std::span<const Sound> sounds) {
  std::uint64_t bits = 0;
  for (Sound s : sounds) bits |= std::uint64_t{1} << static_cast<std::size_t>(s);
  return bits;
}

bool stands_in(const names::Phrase& phrase, const Sounds& query, std::uint64_t in_query) {
  if ((sounds_in({phrase.sounds.data(), phrase.size}) & ~in_query) != 0) return false;
  for (std::size_t end = phrase.size; end <= query.size(); ++end) {
    if (phrase.ends_at(query, end)) return true;
  }
  return false;
}

/// A habit of spelling that the query allows may make every sound of its other side cheaper.
void allow_phrases(const Sounds& query, WritingSystem other, std::span<Millinats> costs) {
  const bool query_first = query.system() <= other;
  const auto [first, second] = std::minmax({query.system(), other});
  const std::uint64_t in_query = sounds_in({query.begin(), query.end()});
  for (const names::PhraseCost& habit : names::phrase_costs(first, second).all()) {
    const names::Phrase& listed = query_first ? habit.b : habit.a;
    if (!stands_in(query_first ? habit.a : habit.b, query, in_query)) continue;
    for (std::size_t i = 0; i < listed.size; ++i) {
      Millinats& least = costs[static_cast<std::size_t>(listed.sounds[i])];
      least = std::min<Millinats>(least, habit.cost / listed.size);
    }
  }
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
    allow_phrases(query, other, costs_[system]);
  }
}

}  // namespace darvaza::index
