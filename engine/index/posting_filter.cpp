#include "index/posting_filter.h"

#include <bit>

#include "names/sound_lanes.h"

namespace darvaza::index {
namespace {

bool is_split(const PostingList& list, std::size_t at, std::uint8_t classes) {
  if (classes == 0 || at + 1 >= list.size()) return false;
  return ((list.others[at].classes() | list.others[at + 1].classes()) & ~classes) == 0 && list.names[at].packed == list.names[at + 1].packed;
}

std::span<const std::uint8_t> codes_of(const PostingList& list, const PostingFilter& filter) {
  return filter.codes_of == PostingFilter::CodesOf::state ? list.states : list.days;
}

bool passes(const PostingList& list, std::size_t at, const PostingFilter& filter) {
  const std::uint32_t other = list.others[at].number();
  return filter.any_token || other >= OtherToken::kMany || (filter.irregular && list.names[at].is_irregular()) || filter.asked->may_contain(other) || is_split(list, at, filter.split_classes);
}

}  // namespace

void select_postings_plainly(const PostingList& list, std::size_t begin, std::size_t end, const PostingFilter& filter,
                             std::vector<std::uint32_t>& places) {
  const std::span<const std::uint8_t> codes = codes_of(list, filter);
  for (std::size_t at = begin; at < end; ++at) {
    if (filter.codes != nullptr && !filter.codes->contains(codes[at])) continue;
    if (passes(list, at, filter)) places.push_back(static_cast<std::uint32_t>(at));
  }
}

#if defined(__x86_64__)

struct PostingLanes {
  /// Postings one by one, those with the codes in question: 32 codes are looked up at once.
  [[gnu::target("avx2,bmi")]] static std::size_t select_with_codes(const PostingList& list, std::size_t at, std::size_t end, const PostingFilter& filter,
                                                              std::vector<std::uint32_t>& places) {
    const auto rows = [&](std::size_t i) __attribute__((target("avx2,bmi"))) {
      return _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(filter.codes->rows_[i].data())));
    };
    const __m256i low_rows = rows(0), high_rows = rows(1);
    const __m256i bits = _mm256_broadcastsi128_si256(_mm_setr_epi8(1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128));
    const std::uint8_t* const codes = codes_of(list, filter).data();
    for (; at + 32 <= end; at += 32) {
      const __m256i code = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(codes + at));
      const __m256i low = _mm256_and_si256(code, _mm256_set1_epi8(15));
      const __m256i row = _mm256_blendv_epi8(_mm256_shuffle_epi8(low_rows, low), _mm256_shuffle_epi8(high_rows, low), code);
      const __m256i bit = _mm256_shuffle_epi8(bits, _mm256_and_si256(_mm256_srli_epi16(code, 4), _mm256_set1_epi8(15)));
      const __m256i miss = _mm256_cmpeq_epi8(_mm256_and_si256(row, bit), _mm256_setzero_si256());
      for (auto hits = ~static_cast<std::uint32_t>(_mm256_movemask_epi8(miss)); hits != 0; hits &= hits - 1) {
        const std::size_t place = at + static_cast<std::size_t>(std::countr_zero(hits));
        if (passes(list, place, filter)) places.push_back(static_cast<std::uint32_t>(place));
      }
    }
    return at;
  }

  /// Eight postings at once, whatever their States.
  [[gnu::target("avx2,bmi")]] static std::size_t select_asked(const PostingList& list, std::size_t at, std::size_t end, const PostingFilter& filter,
                                                          std::vector<std::uint32_t>& places) {
    const auto* words = reinterpret_cast<const int*>(filter.asked->words_.data());
    const __m256i number_mask = _mm256_set1_epi32(static_cast<int>(OtherToken::kNumberMask));
    const __m256i below_many = _mm256_set1_epi32(static_cast<int>(OtherToken::kMany - 1));
    const __m256i word_mask = _mm256_set1_epi32(static_cast<int>(AskedTokens::kWordMask));
    const __m256i not_split = _mm256_set1_epi32(~(static_cast<int>(filter.split_classes) << 24) & static_cast<int>(0xff00'0000u));
    const __m256i splits = _mm256_set1_epi32(filter.split_classes != 0 ? -1 : 0);
    const __m256i irregular_mask = _mm256_set1_epi32(filter.irregular ? static_cast<int>(PostedName::kIrregular) : 0);
    // The next posting is read, too: the last eight are left to the plain loop.
    for (; at + 9 <= end; at += 8) {
      const auto* others = reinterpret_cast<const __m256i*>(list.others.data() + at);
      const __m256i other = _mm256_loadu_si256(others);
      const __m256i number = _mm256_and_si256(other, number_mask);
      const __m256i word = _mm256_i32gather_epi32(words, _mm256_and_si256(_mm256_srli_epi32(number, 5), word_mask), 4);
      const __m256i asked = _mm256_slli_epi32(_mm256_srlv_epi32(word, _mm256_and_si256(number, _mm256_set1_epi32(31))), 31);
      const __m256i next = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(list.others.data() + at + 1));
      const __m256i classes = _mm256_and_si256(_mm256_or_si256(other, next), not_split);
      const __m256i split = _mm256_and_si256(_mm256_cmpeq_epi32(classes, _mm256_setzero_si256()), splits);
      const __m256i names = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(list.names.data() + at));
      const __m256i irregular = _mm256_and_si256(names, irregular_mask);  // its sign
      const __m256i sure = _mm256_or_si256(_mm256_or_si256(asked, irregular), _mm256_cmpgt_epi32(number, below_many));
      const auto sure_hits = static_cast<std::uint32_t>(_mm256_movemask_ps(_mm256_castsi256_ps(sure)));
      auto hits = sure_hits | static_cast<std::uint32_t>(_mm256_movemask_ps(_mm256_castsi256_ps(split)));
      for (; hits != 0; hits &= hits - 1) {
        const auto lane = static_cast<std::size_t>(std::countr_zero(hits));
        const bool is_sure = (sure_hits >> lane & 1) != 0;
        if (is_sure || list.names[at + lane].packed == list.names[at + lane + 1].packed) places.push_back(static_cast<std::uint32_t>(at + lane));
      }
    }
    return at;
  }
};

#endif

void select_postings(const PostingList& list, std::size_t begin, std::size_t end, const PostingFilter& filter, std::vector<std::uint32_t>& places) {
#if defined(__x86_64__)
  if (names::has_sound_lanes()) {
    if (filter.codes != nullptr) {
      begin = PostingLanes::select_with_codes(list, begin, end, filter, places);
    } else if (!filter.any_token) {
      begin = PostingLanes::select_asked(list, begin, end, filter, places);
    }
  }
#endif
  select_postings_plainly(list, begin, end, filter, places);
}

}  // namespace darvaza::index
