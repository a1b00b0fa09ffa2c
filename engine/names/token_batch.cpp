#include "names/token_batch.h"

#include <algorithm>

#include "names/sound_lanes.h"

namespace darvaza::names {

using romanize::Sound;
using romanize::Sounds;
using romanize::WritingSystem;

namespace {

std::size_t index(Sound s) { return static_cast<std::size_t>(s); }

}  // namespace

void TokenBatch::clear() {
  for (std::size_t place = 0; place < longest_; ++place) {
    sounds_[place].fill(0);
    present_[place] = 0;
  }
  sizes_.fill(0);
  count_ = longest_ = 0;
}

void TokenBatch::add(const Sounds& token) {
  system_ = token.system();
  sizes_[count_] = static_cast<std::uint8_t>(token.size());
  for (std::size_t place = 0; place < token.size(); ++place) {
    sounds_[place][count_] = static_cast<std::uint8_t>(token[place]);
    present_[place] |= std::uint64_t{1} << index(token[place]);
  }
  longest_ = std::max(longest_, token.size());
  ++count_;
}

TokenCosts::TokenCosts(const Sounds& token, WritingSystem system) : token_(token), system_(system), steps_(&step_costs(token.system(), system)) {
  const bool token_first = token.system() <= system;
  const auto [first, second] = std::minmax({token.system(), system});
  for (std::size_t end = 1; end <= token.size(); ++end) {
    habits_begin_[end] = static_cast<std::uint16_t>(habits_.size());
    for (const PhraseCost& phrase : phrase_costs(first, second).ending_in(token[end - 1], token_first)) {
      const Phrase& own = token_first ? phrase.a : phrase.b;
      const Phrase& other = token_first ? phrase.b : phrase.a;
      if (!own.ends_at(token, end) || (phrase.at_end && end != token.size())) continue;
      Habit habit{{}, other.size, own.size, steps_of(phrase.cost), phrase.at_end};
      for (std::size_t i = 0; i < other.size; ++i) habit.sounds[i] = static_cast<std::uint8_t>(other.sounds[other.size - 1u - i]);
      habits_.push_back(habit);
    }
  }
  habits_begin_[token.size() + 1] = static_cast<std::uint16_t>(habits_.size());
}

void TokenCosts::of_plainly(const TokenBatch& batch, std::array<std::uint8_t, kBatch>& steps) const {
  for (std::size_t lane = 0; lane < batch.count_; ++lane) {
    Sounds other(batch.system_);
    for (std::size_t place = 0; place < batch.sizes_[lane]; ++place) other.push_back(static_cast<Sound>(batch.sounds_[place][lane]));
    steps[lane] = steps_of(token_cost(token_, other, kMostSteps * kCostStep - 1));
  }
}

#if defined(__x86_64__)

/// The rows of 32 alignments: one register a cell.
struct BatchAlignment {
  using Cell = __m256i;
  const TokenCosts& costs;
  const TokenBatch& batch;

  [[gnu::target("avx2")]] static Cell load(const std::uint8_t* lanes) { return _mm256_load_si256(reinterpret_cast<const Cell*>(lanes)); }

  /// What each token's sound at `place` costs if it meets nothing.
  [[gnu::target("avx2")]] Cell add_cost(std::size_t place, const SoundPlaces& at) const {
    const auto& gap = costs.steps_->other_gap;
    if (place == 0) return SoundTable(gap[kGapFirst]).look_up(at);
    const Cell is_last = _mm256_cmpeq_epi8(load(batch.sizes_.data()), _mm256_set1_epi8(static_cast<char>(place + 1)));
    return _mm256_blendv_epi8(SoundTable(gap[kGapInside]).look_up(at), SoundTable(gap[kGapLast]).look_up(at), is_last);
  }

  /// The least cost of reaching (i, j) by a habit, in each token whose sounds it fits.
  [[gnu::target("avx2")]] Cell by_habits(const Cell* rows, std::size_t width, std::size_t i, std::size_t j, Cell least) const {
    for (std::size_t h = costs.habits_begin_[i]; h < costs.habits_begin_[i + 1]; ++h) {
      const TokenCosts::Habit& habit = costs.habits_[h];
      if (habit.size > j || (batch.present_[j - 1] >> habit.sounds[0] & 1) == 0) continue;
      Cell fits = _mm256_set1_epi8(-1);
      for (std::size_t k = 0; k < habit.size; ++k) {
        fits = _mm256_and_si256(fits, _mm256_cmpeq_epi8(load(batch.sounds_[j - 1 - k].data()), _mm256_set1_epi8(static_cast<char>(habit.sounds[k]))));
      }
      if (habit.at_end) fits = _mm256_and_si256(fits, _mm256_cmpeq_epi8(load(batch.sizes_.data()), _mm256_set1_epi8(static_cast<char>(j))));
      const Cell cost = _mm256_adds_epu8(rows[(i - habit.own) * width + j - habit.size], _mm256_set1_epi8(static_cast<char>(habit.steps)));
      least = _mm256_min_epu8(least, _mm256_or_si256(cost, _mm256_andnot_si256(fits, _mm256_set1_epi8(-1))));
    }
    return least;
  }

  [[gnu::target("avx2")]] void run(std::array<std::uint8_t, kBatch>& steps) const {
    constexpr std::size_t kMost = Sounds::kCapacity + 1;
    const std::size_t own = costs.token_.size(), longest = batch.longest_, width = longest + 1;
    Cell rows[kMost * kMost];
    SoundPlaces at[kMost];
    Cell add[kMost];
    rows[0] = _mm256_setzero_si256();
    for (std::size_t j = 0; j < longest; ++j) {
      at[j] = SoundPlaces(load(batch.sounds_[j].data()));
      add[j] = add_cost(j, at[j]);
      rows[j + 1] = _mm256_adds_epu8(rows[j], add[j]);
    }
    for (std::size_t i = 1; i <= own; ++i) {
      const std::size_t sound = index(costs.token_[i - 1]);
      const SoundTable meet(costs.steps_->meet[sound]);
      const Cell drop = _mm256_set1_epi8(static_cast<char>(costs.steps_->own_gap[gap_place(i - 1, own)][sound]));
      const Cell* above = rows + (i - 1) * width;
      Cell* row = rows + i * width;
      row[0] = _mm256_adds_epu8(above[0], drop);
      const bool has_habits = costs.habits_begin_[i] != costs.habits_begin_[i + 1];
      for (std::size_t j = 1; j <= longest; ++j) {
        Cell least = _mm256_adds_epu8(above[j - 1], meet.look_up(at[j - 1]));
        least = _mm256_min_epu8(least, _mm256_adds_epu8(above[j], drop));
        least = _mm256_min_epu8(least, _mm256_adds_epu8(row[j - 1], add[j - 1]));
        row[j] = has_habits ? by_habits(rows, width, i, j, least) : least;
      }
    }
    const auto* last = reinterpret_cast<const std::uint8_t*>(rows + own * width);
    for (std::size_t lane = 0; lane < batch.count_; ++lane) steps[lane] = last[batch.sizes_[lane] * kBatch + lane];
  }
};

void TokenCosts::of(const TokenBatch& batch, std::array<std::uint8_t, kBatch>& steps) const {
  if (has_sound_lanes()) return BatchAlignment{*this, batch}.run(steps);
  of_plainly(batch, steps);
}

#else

void TokenCosts::of(const TokenBatch& batch, std::array<std::uint8_t, kBatch>& steps) const { of_plainly(batch, steps); }

#endif

}  // namespace darvaza::names
