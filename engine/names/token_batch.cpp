#include "names/token_batch.h"

#include <algorithm>
#include <bit>

#include "names/sound_lanes.h"
#include "names/target_region.h"

namespace darvaza::names {

using romanize::Sound;
using romanize::Sounds;
using romanize::WritingSystem;

namespace {

std::size_t index(Sound s) { return static_cast<std::size_t>(s); }

}  // namespace

TokenCosts::TokenCosts(const Sounds& token, WritingSystem system) : token_(token), steps_(&step_costs(token.system(), system)) {
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

std::uint64_t TokenCosts::of_plainly(const TokenBatch& batch, std::array<std::uint8_t, kBatch>& steps, std::uint8_t most) const {
  std::uint64_t within = 0;
  for (std::size_t lane = 0; lane < batch.count_; ++lane) {
    steps[lane] = steps_of(token_cost(token_, batch.tokens_[lane], kMostSteps * kCostStep - 1));
    if (steps[lane] <= most) within |= std::uint64_t{1} << lane;
  }
  return within;
}

#if defined(__x86_64__)

/// Turns the tokens of a batch into rows by sixteens of bytes: four perfect shuffles of a square of 16 by 16
/// exchange its rows and columns, and a register holds two squares.
struct Transposition {
  static constexpr std::size_t kSquare = 16;

  /// Bytes `first` and on of the tokens from `token` on.
  [[gnu::target("avx2")]] static void rows(TokenBatch& batch, std::size_t first, std::size_t from) {
    __m256i square[kSquare], shuffled[kSquare];
    const auto part = [&](std::size_t token) {
      return _mm_load_si128(reinterpret_cast<const __m128i*>(reinterpret_cast<const std::uint8_t*>(&batch.tokens_[from + token]) + first));
    };
    for (std::size_t i = 0; i < kSquare; ++i) square[i] = _mm256_inserti128_si256(_mm256_castsi128_si256(part(i)), part(i + kSquare), 1);
    for (int round = 0; round < 2; ++round) {
      shuffle(square, shuffled);
      shuffle(shuffled, square);
    }
    for (std::size_t i = 0; i < kSquare; ++i) _mm256_store_si256(reinterpret_cast<__m256i*>(batch.rows_[first + i].data() + from), square[i]);
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
    for (std::size_t from = 0; from < kBatch; from += 2 * kSquare) rows(batch, 0, from);
    std::uint8_t longest = 0;
    for (const std::uint8_t size : batch.sizes()) longest = std::max(longest, size);
    batch.longest_ = longest;
    if (longest + TokenBatch::kFirstSound > kSquare) {
      for (std::size_t from = 0; from < kBatch; from += 2 * kSquare) rows(batch, kSquare, from);
    }
    batch.ready_ = true;
    batch.has_where_ = false;
  }

  /// The sounds of a row as bits: eights of sounds by their number, each a byte whose bits are gathered from all lanes.
  [[gnu::target("avx2")]] static std::uint64_t present(const std::uint8_t* lanes) {
    const __m256i sounds = _mm256_load_si256(reinterpret_cast<const __m256i*>(lanes));
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
      const std::uint64_t here = present(batch.sounds(place).data()) | present(batch.sounds(place).data() + kBatch / 2);
      batch.met_ |= here;
      for (std::uint64_t left = here; left != 0; left &= left - 1) {
        batch.where_[static_cast<std::size_t>(std::countr_zero(left))] |= std::uint32_t{1} << place;
      }
    }
    batch.has_where_ = true;
  }
};

DARVAZA_TARGET_BEGIN("avx2")
namespace avx2 {

using Cell = __m256i;
struct Lanes {
  static constexpr std::size_t kCount = 32;
  using Places = SoundPlaces;
  using Table = SoundTable;
  static Cell load(const std::uint8_t* lanes) { return _mm256_load_si256(reinterpret_cast<const Cell*>(lanes)); }
  static void store(std::uint8_t* lanes, Cell cell) { _mm256_storeu_si256(reinterpret_cast<Cell*>(lanes), cell); }
  static Cell all(std::size_t value) { return _mm256_set1_epi8(static_cast<char>(value)); }
  static Cell plus(Cell a, Cell b) { return _mm256_adds_epu8(a, b); }
  static Cell least(Cell a, Cell b) { return _mm256_min_epu8(a, b); }
  static Cell where_equal(Cell a, Cell b, Cell then, Cell otherwise) { return _mm256_blendv_epi8(otherwise, then, _mm256_cmpeq_epi8(a, b)); }
  static std::uint64_t within(Cell cell, std::uint8_t most) {
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(least(cell, all(most)), cell)));
  }
};
#include "names/batch_alignment.inc"

}  // namespace avx2
DARVAZA_TARGET_END

DARVAZA_TARGET_BEGIN("avx512f,avx512bw,avx512vl,avx512vbmi")
namespace avx512 {

/// Twice as many lanes, and a whole table of sounds fits a register.
using Cell = __m512i;
struct Lanes {
  static constexpr std::size_t kCount = 64;
  struct Places {
    Cell sounds;
    Places() = default;
    explicit Places(Cell lanes) : sounds(lanes) {}
  };
  struct Table {
    Cell costs;
    explicit Table(const StepRow& row) : costs(_mm512_maskz_loadu_epi8((std::uint64_t{1} << row.size()) - 1, row.data())) {}
    // The form without a mask makes GCC 12 warn of its own undefined register.
    Cell look_up(const Places& at) const { return _mm512_maskz_permutexvar_epi8(~std::uint64_t{0}, at.sounds, costs); }
  };
  static Cell load(const std::uint8_t* lanes) { return _mm512_load_si512(lanes); }
  static void store(std::uint8_t* lanes, Cell cell) { _mm512_storeu_si512(lanes, cell); }
  static Cell all(std::size_t value) { return _mm512_set1_epi8(static_cast<char>(value)); }
  static Cell plus(Cell a, Cell b) { return _mm512_adds_epu8(a, b); }
  static Cell least(Cell a, Cell b) { return _mm512_min_epu8(a, b); }
  static Cell where_equal(Cell a, Cell b, Cell then, Cell otherwise) { return _mm512_mask_blend_epi8(_mm512_cmpeq_epi8_mask(a, b), otherwise, then); }
  static std::uint64_t within(Cell cell, std::uint8_t most) { return _mm512_cmple_epu8_mask(cell, all(most)); }
};
#include "names/batch_alignment.inc"

}  // namespace avx512
DARVAZA_TARGET_END

void TokenCosts::ready(TokenBatch& batch) const {
  if (!batch.ready_) Transposition::ready(batch);
  if (!habits_.empty() && !batch.has_where_) Transposition::find_where(batch);
}

std::uint64_t TokenCosts::of(TokenBatch& batch, std::array<std::uint8_t, kBatch>& steps, std::uint8_t most) const {
  if (!has_sound_lanes() || !has_wide_lanes()) return of_narrowly(batch, steps, most);
  ready(batch);
  return avx512::BatchAlignment::run_all(*this, batch, steps.data(), most);
}

std::uint64_t TokenCosts::of_narrowly(TokenBatch& batch, std::array<std::uint8_t, kBatch>& steps, std::uint8_t most) const {
  if (!has_sound_lanes()) return of_plainly(batch, steps, most);
  ready(batch);
  return avx2::BatchAlignment::run_all(*this, batch, steps.data(), most);
}

#else

std::uint64_t TokenCosts::of(TokenBatch& batch, std::array<std::uint8_t, kBatch>& steps, std::uint8_t most) const {
  return of_plainly(batch, steps, most);
}
std::uint64_t TokenCosts::of_narrowly(TokenBatch& batch, std::array<std::uint8_t, kBatch>& steps, std::uint8_t most) const {
  return of_plainly(batch, steps, most);
}

#endif

}  // namespace darvaza::names
