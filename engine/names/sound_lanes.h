// Looking up 32 sounds at once (AVX2). Included by the files that have a vector twin of their loop.
#pragma once

#include "names/step_costs.h"

#if defined(__x86_64__)

#include <immintrin.h>

namespace darvaza::names {

/// Whether this processor has the instructions. Asked once.
inline bool has_sound_lanes() {
  static const bool has = __builtin_cpu_supports("avx2");
  return has;
}

/// Whether it also has those that look 64 sounds up in one step (AVX-512 VBMI).
inline bool has_wide_lanes() {
  static const bool has = __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi");
  return has;
}

/// 32 sounds as places in the three registers of a table: 0x80 and above selects nothing.
struct SoundPlaces {
  __m256i low, middle, high;

  [[gnu::target("avx2"), gnu::always_inline]] inline explicit SoundPlaces(__m256i sounds) {
    const __m256i lift = _mm256_set1_epi8(0x70);  // what is 16 or more becomes 0x80 or more
    low = _mm256_adds_epu8(sounds, lift);
    middle = _mm256_adds_epu8(_mm256_xor_si256(sounds, _mm256_set1_epi8(0x10)), lift);
    high = _mm256_adds_epu8(_mm256_xor_si256(sounds, _mm256_set1_epi8(0x20)), lift);
  }
  SoundPlaces() = default;
};

/// A StepRow in registers.
struct SoundTable {
  __m256i low, middle, high;

  [[gnu::target("avx2"), gnu::always_inline]] inline explicit SoundTable(const StepRow& row) {
    const auto* parts = reinterpret_cast<const __m128i*>(row.data());
    low = _mm256_broadcastsi128_si256(_mm_loadu_si128(parts));
    middle = _mm256_broadcastsi128_si256(_mm_loadu_si128(parts + 1));
    high = _mm256_broadcastsi128_si256(_mm_loadu_si128(parts + 2));
  }
  [[gnu::target("avx2"), gnu::always_inline]] inline __m256i look_up(const SoundPlaces& at) const {
    return _mm256_or_si256(_mm256_or_si256(_mm256_shuffle_epi8(low, at.low), _mm256_shuffle_epi8(middle, at.middle)),
                           _mm256_shuffle_epi8(high, at.high));
  }
};

}  // namespace darvaza::names

#endif
