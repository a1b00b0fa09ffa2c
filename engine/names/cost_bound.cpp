#include "names/cost_bound.h"

#include <algorithm>

#include "names/phrase_costs.h"
#include "names/sound_lanes.h"

namespace darvaza::names {
namespace {

using romanize::Sound;
using romanize::Sounds;
using romanize::WritingSystem;

/// The least that each sound of a token costs: left out at the cheapest place, or met by the query's best sound.
StepRow least_costs(const Sounds& query, WritingSystem other) {
  const StepCosts& steps = step_costs(query.system(), other);
  StepRow least;
  for (std::size_t s = 0; s < least.size(); ++s) {
    least[s] = std::min({steps.other_gap[kGapFirst][s], steps.other_gap[kGapInside][s], steps.other_gap[kGapLast][s]});
  }
  for (const Sound asked : query) {
    const StepRow& meet = steps.meet[static_cast<std::size_t>(asked)];
    for (std::size_t s = 0; s < least.size(); ++s) least[s] = std::min(least[s], meet[s]);
  }
  return least;
}

/// A habit of spelling that the query allows may make every sound of its other side cheaper.
void allow_phrases(const Sounds& query, WritingSystem other, StepRow& costs) {
  const bool query_first = query.system() <= other;
  const auto [first, second] = std::minmax({query.system(), other});
  const PhraseCosts& phrases = phrase_costs(first, second);
  std::uint32_t tail = 0;
  for (const Sound sound : query) {
    tail = Phrase::tail_with(tail, sound);
    for (const PhraseCost& habit : phrases.ending_in(sound, query_first)) {
      if (!(query_first ? habit.a : habit.b).ends(tail)) continue;
      const Phrase& listed = query_first ? habit.b : habit.a;
      const auto share = static_cast<std::uint8_t>(steps_of(habit.cost) / listed.size);
      for (std::size_t i = 0; i < listed.size; ++i) {
        std::uint8_t& least = costs[static_cast<std::size_t>(listed.sounds[i])];
        least = std::min(least, share);
      }
    }
  }
}

}  // namespace

CostBound::CostBound(const Sounds& query) : query_size_(query.size()) {
  for (std::size_t system = 0; system < costs_.size(); ++system) {
    const auto other = static_cast<WritingSystem>(system);
    costs_[system] = least_costs(query, other);
    allow_phrases(query, other, costs_[system]);
    costs_[system][static_cast<std::size_t>(Sound::none)] = 0;
  }
}

Millinats CostBound::of(std::span<const Sounds* const> tokens) const {
  Millinats sum = 0;
  for (const Sounds* token : tokens) sum += of(*token);
  return sum;
}

#if defined(__x86_64__)

/// A whole token is one register: its sounds are looked up together and added up.
struct BoundLanes {
  [[gnu::target("avx2")]] static void select(const CostBound& bound, std::span<const Sounds> tokens, Millinats most,
                                             std::vector<std::uint32_t>& out) {
    const SoundTable tables[] = {SoundTable(bound.costs_[0]), SoundTable(bound.costs_[1]), SoundTable(bound.costs_[2])};
    const __m256i only_sounds = _mm256_insert_epi16(_mm256_set1_epi8(-1), 0, 0);  // not system and size
    std::array<std::uint32_t, Sounds::kCapacity + 1> limits;  // by size, in steps
    for (std::size_t size = 0; size < limits.size(); ++size) {
      limits[size] = static_cast<std::uint32_t>(std::min(most, similarity_limit(bound.query_size_, size)) / kCostStep);
    }
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      const __m256i raw = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(&tokens[at]));
      const SoundTable& table = tables[static_cast<std::size_t>(tokens[at].system())];
      const __m256i costs = table.look_up(SoundPlaces(_mm256_and_si256(raw, only_sounds)));
      const __m256i sums = _mm256_sad_epu8(costs, _mm256_setzero_si256());
      const __m128i halves = _mm_add_epi64(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
      const auto sum = static_cast<std::uint32_t>(_mm_cvtsi128_si32(halves) + _mm_extract_epi32(halves, 2));
      if (sum <= limits[tokens[at].size()]) out.push_back(static_cast<std::uint32_t>(at));
    }
  }
};

#endif

void CostBound::select(std::span<const Sounds> tokens, Millinats most, std::vector<std::uint32_t>& out) const {
#if defined(__x86_64__)
  if (has_sound_lanes()) return BoundLanes::select(*this, tokens, most, out);
#endif
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (of(tokens[at]) <= std::min(most, similarity_limit(query_size_, tokens[at].size()))) out.push_back(static_cast<std::uint32_t>(at));
  }
}

}  // namespace darvaza::names
