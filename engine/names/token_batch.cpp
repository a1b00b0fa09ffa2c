#include "names/token_batch.h"

#include <algorithm>
#include <bit>

#include "names/sound_lanes.h"

namespace darvaza::names {

using romanize::Sound;
using romanize::Sounds;
using romanize::WritingSystem;

namespace {

std::size_t index(Sound s) { return static_cast<std::size_t>(s); }

}  // namespace

TokenCosts::TokenCosts(const Sounds& token, WritingSystem system) : token_(token), system_(system), steps_(&step_costs(token.system(), system)) {
  const bool token_first = token.system() <= system;
  const auto [first, second] = std::minmax({token.system(), system});
  const PhraseCosts& phrases = phrase_costs(first, second);
  std::uint32_t tail = 0;
  for (std::size_t end = 1; end <= token.size(); ++end) {
    tail = Phrase::tail_with(tail, token[end - 1]);
    habits_begin_[end] = static_cast<std::uint16_t>(habits_.size());
    for (const PhraseCost& phrase : phrases.ending_in(token[end - 1], token_first)) {
      const Phrase& own = token_first ? phrase.a : phrase.b;
      const Phrase& other = token_first ? phrase.b : phrase.a;
      if (!own.ends(tail) || (phrase.at_end && end != token.size())) continue;
      Habit habit{{}, other.size, own.size, steps_of(phrase.cost), phrase.at_end, 0, 0};
      for (std::size_t i = 0; i < other.size; ++i) {
        habit.sounds[i] = static_cast<std::uint8_t>(other.sounds[other.size - 1u - i]);
        habit.need |= std::uint64_t{1} << habit.sounds[i];
      }
      habits_.push_back(habit);
    }
    // phrase_costs gives them by the last sounds of the other side.
    auto next = static_cast<std::uint16_t>(habits_.size());
    for (std::size_t h = habits_.size(); h-- > habits_begin_[end];) {
      if (h + 1 < habits_.size() && habits_[h].sounds[0] != habits_[h + 1].sounds[0]) next = static_cast<std::uint16_t>(h + 1);
      habits_[h].next = next;
    }
  }
  habits_begin_[token.size() + 1] = static_cast<std::uint16_t>(habits_.size());
}

std::uint32_t TokenCosts::of_plainly(const TokenBatch& batch, std::array<std::uint8_t, kBatch>& steps, std::uint8_t most) const {
  std::uint32_t within = 0;
  for (std::size_t lane = 0; lane < batch.count_; ++lane) {
    steps[lane] = steps_of(token_cost(token_, batch.tokens_[lane], kMostSteps * kCostStep - 1));
    if (steps[lane] <= most) within |= std::uint32_t{1} << lane;
  }
  return within;
}

#if defined(__x86_64__)

/// Turns the tokens of a batch into rows by sixteens of bytes: four perfect shuffles of a square of 16 by 16
/// exchange its rows and columns, and a register holds two squares.
struct Transposition {
  static constexpr std::size_t kSquare = 16;

  [[gnu::target("avx2")]] static void rows(TokenBatch& batch, std::size_t first) {
    __m256i square[kSquare], shuffled[kSquare];
    const auto part = [&](std::size_t token) {
      return _mm_load_si128(reinterpret_cast<const __m128i*>(reinterpret_cast<const std::uint8_t*>(&batch.tokens_[token]) + first));
    };
    for (std::size_t i = 0; i < kSquare; ++i) square[i] = _mm256_inserti128_si256(_mm256_castsi128_si256(part(i)), part(i + kSquare), 1);
    for (int round = 0; round < 2; ++round) {
      shuffle(square, shuffled);
      shuffle(shuffled, square);
    }
    for (std::size_t i = 0; i < kSquare; ++i) _mm256_store_si256(reinterpret_cast<__m256i*>(batch.rows_[first + i].data()), square[i]);
  }

  [[gnu::target("avx2"), gnu::always_inline]] static inline void shuffle(const __m256i (&in)[kSquare], __m256i (&out)[kSquare]) {
    for (std::size_t i = 0; i < kSquare / 2; ++i) {
      out[2 * i] = _mm256_unpacklo_epi8(in[i], in[i + kSquare / 2]);
      out[2 * i + 1] = _mm256_unpackhi_epi8(in[i], in[i + kSquare / 2]);
    }
  }

  /// Free places repeat a token, so that nothing has to be masked.
  [[gnu::target("avx2")]] static void ready(TokenBatch& batch) {
    for (std::size_t i = batch.count_; i < kBatch; ++i) batch.tokens_[i] = batch.tokens_[0];
    rows(batch, 0);
    std::uint8_t longest = 0;
    for (const std::uint8_t size : batch.sizes()) longest = std::max(longest, size);
    batch.longest_ = longest;
    if (longest + TokenBatch::kFirstSound > kSquare) rows(batch, kSquare);
    batch.ready_ = true;
    batch.has_where_ = false;
  }

  /// The sounds of a row as bits: eights of sounds by their number, each a byte whose bits are gathered from all lanes.
  [[gnu::target("avx2")]] static std::uint64_t present(const TokenBatch::Lanes& lanes) {
    const __m256i sounds = _mm256_load_si256(reinterpret_cast<const __m256i*>(lanes.data()));
    const __m256i powers = _mm256_set1_epi64x(static_cast<long long>(0x8040201008040201));
    const __m256i bits = _mm256_shuffle_epi8(powers, _mm256_and_si256(sounds, _mm256_set1_epi8(7)));
    const __m256i eights = _mm256_and_si256(_mm256_srli_epi16(sounds, 3), _mm256_set1_epi8(7));
    std::uint64_t present = 0;
    for (unsigned eight = 0; eight * 8 < romanize::kSoundCount; ++eight) {
      const __m256i own = _mm256_and_si256(bits, _mm256_cmpeq_epi8(eights, _mm256_set1_epi8(static_cast<char>(eight))));
      const __m128i half = _mm_or_si128(_mm256_castsi256_si128(own), _mm256_extracti128_si256(own, 1));
      auto word = static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm_or_si128(half, _mm_unpackhi_epi64(half, half))));
      word |= word >> 32;
      word |= word >> 16;
      word |= word >> 8;
      present |= (word & 0xff) << 8 * eight;
    }
    return present;
  }

  static void find_where(TokenBatch& batch) {
    batch.where_.fill(0);
    batch.met_ = 0;
    for (std::size_t place = 0; place < batch.longest_; ++place) {
      const std::uint64_t here = present(batch.sounds(place));
      batch.met_ |= here;
      for (std::uint64_t left = here; left != 0; left &= left - 1) {
        batch.where_[static_cast<std::size_t>(std::countr_zero(left))] |= std::uint32_t{1} << place;
      }
    }
    batch.has_where_ = true;
  }
};

/// The rows of 32 alignments: one register a cell.
struct BatchAlignment {
  using Cell = __m256i;
  static constexpr std::size_t kMost = Sounds::kCapacity + 1;
  /// The sounds of all tokens at one place, and what each costs if it meets nothing.
  struct Place {
    SoundPlaces sounds;
    Cell add;
  };
  const TokenCosts& costs;
  const TokenBatch& batch;

  [[gnu::target("avx2")]] static Cell load(const TokenBatch::Lanes& lanes) { return _mm256_load_si256(reinterpret_cast<const Cell*>(lanes.data())); }
  [[gnu::target("avx2")]] static Cell all(std::size_t value) { return _mm256_set1_epi8(static_cast<char>(value)); }

  /// What each token's sound at `place` costs if it meets nothing.
  [[gnu::target("avx2")]] Cell add_cost(std::size_t place, const SoundPlaces& at) const {
    const auto& gap = costs.steps_->other_gap;
    if (place == 0) return SoundTable(gap[kGapFirst]).look_up(at);
    const Cell is_last = _mm256_cmpeq_epi8(load(batch.sizes()), all(place + 1));
    return _mm256_blendv_epi8(SoundTable(gap[kGapInside]).look_up(at), SoundTable(gap[kGapLast]).look_up(at), is_last);
  }

  /// Where a habit may end in some token: bit j, all its sounds stand before place j, if perhaps in different ones.
  std::uint32_t ends_of(const TokenCosts::Habit& habit) const {
    std::uint32_t ends = batch.where_[habit.sounds[0]];
    for (std::size_t k = 1; k < habit.size; ++k) ends &= batch.where_[habit.sounds[k]] << k;
    return ends << 1;
  }

  /// The least costs of reaching the cells of row `i` by a habit, in each token whose sounds it fits. They come from
  /// rows above only.
  [[gnu::target("avx2")]] void by_habits(const Cell* rows, std::size_t width, std::size_t i, Cell* least) const {
    for (std::size_t j = 1; j < width; ++j) least[j] = all(kMostSteps);
    for (std::size_t h = costs.habits_begin_[i]; h < costs.habits_begin_[i + 1];) {
      const TokenCosts::Habit& habit = costs.habits_[h];
      if (batch.where_[habit.sounds[0]] == 0) {
        h = habit.next;
        continue;
      }
      ++h;
      if ((habit.need & ~batch.met_) != 0) continue;
      for (std::uint32_t ends = ends_of(habit); ends != 0; ends &= ends - 1) {
        const auto j = static_cast<std::size_t>(std::countr_zero(ends));
        Cell fits = all(0xff);
        for (std::size_t k = 0; k < habit.size; ++k) fits = _mm256_and_si256(fits, _mm256_cmpeq_epi8(load(batch.sounds(j - 1 - k)), all(habit.sounds[k])));
        if (habit.at_end) fits = _mm256_and_si256(fits, _mm256_cmpeq_epi8(load(batch.sizes()), all(j)));
        const Cell cost = _mm256_adds_epu8(rows[(i - habit.own) * width + j - habit.size], all(habit.steps));
        least[j] = _mm256_min_epu8(least[j], _mm256_or_si256(cost, _mm256_andnot_si256(fits, all(0xff))));
      }
    }
  }

  /// Whether every token is dearer than `most` everywhere in a row whose least costs these are.
  [[gnu::target("avx2")]] static bool all_dearer(Cell least, Cell most) {
    return _mm256_testz_si256(_mm256_cmpeq_epi8(_mm256_min_epu8(least, most), least), all(0xff)) != 0;
  }

  [[gnu::target("avx2")]] std::uint32_t run(std::array<std::uint8_t, kBatch>& steps, std::uint8_t most) const {
    const std::size_t own = costs.token_.size(), longest = batch.longest_, width = longest + 1;
    // A habit leads over up to kMostPhrase - 1 rows: only more dear ones than that in a row end the search.
    const std::size_t enough = costs.habits_.empty() ? 1 : kMostPhrase;
    Cell rows[kMost * kMost];
    Place at[kMost];
    Cell habit[kMost];
    for (std::size_t j = 1; j <= longest; ++j) habit[j] = all(kMostSteps);
    rows[0] = _mm256_setzero_si256();
    for (std::size_t j = 0; j < longest; ++j) {
      at[j].sounds = SoundPlaces(load(batch.sounds(j)));
      at[j].add = add_cost(j, at[j].sounds);
      rows[j + 1] = _mm256_adds_epu8(rows[j], at[j].add);
    }
    for (std::size_t i = 1, dear = 0; i <= own; ++i) {
      const std::size_t sound = index(costs.token_[i - 1]);
      const SoundTable meet(costs.steps_->meet[sound]);
      const Cell drop = all(costs.steps_->own_gap[gap_place(i - 1, own)][sound]);
      const Cell* above = rows + (i - 1) * width;
      Cell* row = rows + i * width;
      row[0] = _mm256_adds_epu8(above[0], drop);
      Cell cheapest = row[0];
      if (!costs.habits_.empty()) by_habits(rows, width, i, habit);
      // What comes from the left is the one chain of a row: all else is ready when it arrives.
      Cell left = row[0], before = above[0];
      for (std::size_t j = 1; j <= longest; ++j) {
        const Cell over = above[j];
        Cell least = _mm256_min_epu8(_mm256_adds_epu8(before, meet.look_up(at[j - 1].sounds)), _mm256_adds_epu8(over, drop));
        least = _mm256_min_epu8(least, habit[j]);
        left = _mm256_min_epu8(least, _mm256_adds_epu8(left, at[j - 1].add));
        row[j] = left;
        cheapest = _mm256_min_epu8(cheapest, left);
        before = over;
      }
      dear = all_dearer(cheapest, all(most)) ? dear + 1 : 0;
      if (dear == enough) {
        steps.fill(kMostSteps);
        return 0;
      }
    }
    const Cell* last = rows + own * width;
    const Cell sizes = load(batch.sizes());
    Cell cost = last[0];
    for (std::size_t j = 1; j <= longest; ++j) cost = _mm256_blendv_epi8(cost, last[j], _mm256_cmpeq_epi8(sizes, all(j)));
    _mm256_storeu_si256(reinterpret_cast<Cell*>(steps.data()), cost);
    const auto within = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_min_epu8(cost, all(most)), cost)));
    return within & static_cast<std::uint32_t>((std::uint64_t{1} << batch.count_) - 1);
  }
};

std::uint32_t TokenCosts::of(TokenBatch& batch, std::array<std::uint8_t, kBatch>& steps, std::uint8_t most) const {
  if (!has_sound_lanes()) return of_plainly(batch, steps, most);
  if (!batch.ready_) Transposition::ready(batch);
  if (!habits_.empty() && !batch.has_where_) Transposition::find_where(batch);
  return BatchAlignment{*this, batch}.run(steps, most);
}

#else

std::uint32_t TokenCosts::of(TokenBatch& batch, std::array<std::uint8_t, kBatch>& steps, std::uint8_t most) const {
  return of_plainly(batch, steps, most);
}

#endif

}  // namespace darvaza::names
