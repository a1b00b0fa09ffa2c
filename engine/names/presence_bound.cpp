#include "names/presence_bound.h"

#include <algorithm>
#include <array>

#include "names/phrase_costs.h"
#include "names/sound_lanes.h"

namespace darvaza::names {
namespace {

using romanize::kSoundCount;
using romanize::kWritingSystemCount;
using romanize::Sound;
using romanize::Sounds;
using romanize::WritingSystem;

std::size_t index(Sound s) { return static_cast<std::size_t>(s); }

/// For an own token of one writing system and another of one.
struct LeastCosts {
  alignas(16) std::array<StepRow, kSoundCount> meet{};  ///< [own sound][other sound], by itself or in a habit
  alignas(16) StepRow other_gap{};                     ///< at the cheapest place; nothing for Sound::none, which fills up
  std::array<std::uint8_t, kSoundCount> own_gap{};
};

template <typename Gaps>
std::uint8_t cheapest_gap(const Gaps& gaps, std::size_t sound) {
  return std::min({gaps[kGapFirst][sound], gaps[kGapInside][sound], gaps[kGapLast][sound]});
}

LeastCosts make(WritingSystem own, WritingSystem other, bool with_habits) {
  const StepCosts& steps = step_costs(own, other);
  LeastCosts least;
  least.meet = steps.meet;
  const bool own_first = own <= other;
  const auto [first, second] = std::minmax({own, other});
  for (const PhraseCost& habit : phrase_costs(first, second).all()) {
    if (!with_habits) break;
    const Phrase& own_side = own_first ? habit.a : habit.b;
    const Phrase& other_side = own_first ? habit.b : habit.a;
    const auto share = static_cast<std::uint8_t>(steps_of(habit.cost) / std::max(own_side.size, other_side.size));
    for (std::size_t i = 0; i < own_side.size; ++i) {
      for (std::size_t j = 0; j < other_side.size; ++j) {
        std::uint8_t& cost = least.meet[index(own_side.sounds[i])][index(other_side.sounds[j])];
        cost = std::min(cost, share);
      }
    }
  }
  for (StepRow& row : least.meet) row[index(Sound::none)] = kMostSteps;
  for (std::size_t s = 1; s < kSoundCount; ++s) {
    least.other_gap[s] = cheapest_gap(steps.other_gap, s);
    least.own_gap[s] = cheapest_gap(steps.own_gap, s);
  }
  return least;
}

constexpr std::size_t kPairs = kWritingSystemCount * kWritingSystemCount;
using Tables = std::array<LeastCosts, kPairs>;

Tables make_all(bool with_habits) {
  Tables made;
  for (std::size_t i = 0; i < kPairs; ++i) {
    made[i] = make(static_cast<WritingSystem>(i / kWritingSystemCount), static_cast<WritingSystem>(i % kWritingSystemCount), with_habits);
  }
  return made;
}

const LeastCosts& least_costs(const Sounds& own, const Sounds& other, bool with_habits) {
  static const std::array<Tables, 2> all = {make_all(false), make_all(true)};
  return all[with_habits ? 1 : 0][static_cast<std::size_t>(own.system()) * kWritingSystemCount + static_cast<std::size_t>(other.system())];
}

std::uint8_t as_byte(std::uint32_t steps) { return static_cast<std::uint8_t>(std::min<std::uint32_t>(steps, kMostSteps)); }

#if defined(__x86_64__)

constexpr std::size_t kLanes = 16;

/// Up to 16 sounds of a token as places in the three registers of a row, as in SoundPlaces.
struct Places {
  __m128i low, middle, high;

  [[gnu::target("avx2"), gnu::always_inline]] inline explicit Places(const Sounds& token) {
    const __m128i sounds = _mm_loadu_si128(reinterpret_cast<const __m128i*>(token.begin()));
    const __m128i lift = _mm_set1_epi8(0x70);
    low = _mm_adds_epu8(sounds, lift);
    middle = _mm_adds_epu8(_mm_xor_si128(sounds, _mm_set1_epi8(0x10)), lift);
    high = _mm_adds_epu8(_mm_xor_si128(sounds, _mm_set1_epi8(0x20)), lift);
  }
  [[gnu::target("avx2"), gnu::always_inline]] inline __m128i costs(const StepRow& row) const {
    const auto* parts = reinterpret_cast<const __m128i*>(row.data());
    return _mm_or_si128(_mm_or_si128(_mm_shuffle_epi8(_mm_load_si128(parts), low), _mm_shuffle_epi8(_mm_load_si128(parts + 1), middle)),
                        _mm_shuffle_epi8(_mm_load_si128(parts + 2), high));
  }
};

/// The other token's sounds side by side, the own ones in turn.
[[gnu::target("avx2")]] PresenceBound bound_in_lanes(const LeastCosts& least, const Sounds& own, const Sounds& other, const CoveredSounds& covered) {
  const Places at(other);
  __m128i of_other = at.costs(least.other_gap);
  std::uint32_t of_own = 0;
  for (std::size_t i = 0; i < own.size(); ++i) {
    const std::size_t sound = index(own[i]);
    const __m128i costs = at.costs(least.meet[sound]);
    of_other = _mm_min_epu8(of_other, costs);
    // The least of 16 bytes: of the eight pairs by themselves, then of the eight.
    const __m128i pairs = _mm_min_epu8(costs, _mm_srli_epi16(costs, 8));
    const auto nearest = static_cast<std::uint32_t>(_mm_cvtsi128_si32(_mm_minpos_epu16(pairs))) & 0xff;
    of_own += (covered.own >> i & 1) != 0 ? 0 : std::min<std::uint32_t>(nearest, least.own_gap[sound]);
  }
  of_other = _mm_andnot_si128(_mm_load_si128(reinterpret_cast<const __m128i*>(covered.other.data())), of_other);
  const __m128i sums = _mm_sad_epu8(of_other, _mm_setzero_si128());
  return {as_byte(of_own), as_byte(static_cast<std::uint32_t>(_mm_cvtsi128_si32(sums) + _mm_extract_epi16(sums, 4)))};
}

#endif

PresenceBound bound_plainly(const LeastCosts& least, const Sounds& own, const Sounds& other, const CoveredSounds& covered) {
  std::uint32_t of_own = 0, of_other = 0;
  for (std::size_t i = 0; i < own.size(); ++i) {
    std::uint8_t nearest = least.own_gap[index(own[i])];
    for (const Sound t : other) nearest = std::min(nearest, least.meet[index(own[i])][index(t)]);
    if ((covered.own >> i & 1) == 0) of_own += nearest;
  }
  for (std::size_t j = 0; j < other.size(); ++j) {
    std::uint8_t nearest = least.other_gap[index(other[j])];
    for (const Sound s : own) nearest = std::min(nearest, least.meet[index(s)][index(other[j])]);
    if (covered.other[j] == 0) of_other += nearest;
  }
  return {as_byte(of_own), as_byte(of_other)};
}

PresenceBound bound(const LeastCosts& least, const Sounds& own, const Sounds& other, const CoveredSounds& covered) {
#if defined(__x86_64__)
  if (other.size() <= kLanes && has_sound_lanes()) return bound_in_lanes(least, own, other, covered);
#endif
  return bound_plainly(least, own, other, covered);
}

constexpr CoveredSounds kNoneCovered;

}  // namespace

PresenceBound presence_bound(const Sounds& own, const Sounds& other) { return bound(least_costs(own, other, true), own, other, kNoneCovered); }
PresenceBound presence_bound(const Sounds& own, const Sounds& other, const CoveredSounds& covered) {
  return bound(least_costs(own, other, false), own, other, covered);
}
PresenceBound presence_bound_plainly(const Sounds& own, const Sounds& other) {
  return bound_plainly(least_costs(own, other, true), own, other, kNoneCovered);
}
PresenceBound presence_bound_plainly(const Sounds& own, const Sounds& other, const CoveredSounds& covered) {
  return bound_plainly(least_costs(own, other, false), own, other, covered);
}

}  // namespace darvaza::names
