#include "index/posting_filter.h"

#include <algorithm>
#include <bit>

#include "names/sound_lanes.h"

namespace darvaza::index {
namespace {

bool is_split(const PostingList& list, std::size_t at, std::uint8_t classes) {
  if (classes == 0 || at + 1 >= list.size()) return false;
  return ((list.others()[at].classes() | list.others()[at + 1].classes()) & ~classes) == 0 && list.names()[at].packed == list.names()[at + 1].packed;
}

bool has_code(const PostingList& list, std::size_t at, const PostingFilter& filter) {
  return (filter.states != nullptr && filter.states->contains(list.states()[at])) || (filter.days != nullptr && filter.days->contains(list.days()[at]));
}

}  // namespace

bool passes(const PostingList& list, std::size_t at, const PostingFilter& filter) {
  const std::uint32_t other = list.others()[at].number();
  return filter.any_token || other >= OtherToken::kMany || (filter.irregular && list.names()[at].is_irregular()) || filter.asked->may_contain(other) || is_split(list, at, filter.split_classes);
}

void select_postings_plainly(const PostingList& list, std::size_t begin, std::size_t end, const PostingFilter& filter,
                             std::vector<std::uint32_t>& places) {
  const bool any_code = filter.any_code();
  for (std::size_t at = begin; at < end; ++at) {
    if ((any_code || has_code(list, at, filter)) && passes(list, at, filter)) places.push_back(static_cast<std::uint32_t>(at));
  }
}

void select_in_lists_plainly(std::span<const FilteredList> lists, std::vector<FoundPlace>& found) {
  std::vector<std::uint32_t> places;
  for (std::uint32_t i = 0; i < lists.size(); ++i) {
    places.clear();
    select_postings_plainly(lists[i].list, 0, lists[i].list.size(), lists[i].filter, places);
    for (const std::uint32_t place : places) found.push_back({i, place});
  }
}

#if defined(__x86_64__)

struct PostingLanes {
  static constexpr std::size_t kCodes = 32;  ///< looked up at once

  /// A CodeSet in registers.
  struct Codes {
    __m256i low, high;
    const std::uint8_t* codes;

    [[gnu::target("avx2"), gnu::always_inline]] inline Codes(const CodeSet* set, std::span<const std::uint8_t> all) : codes(set == nullptr ? nullptr : all.data()) {
      if (set == nullptr) return;
      low = _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(set->rows_[0].data())));
      high = _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(set->rows_[1].data())));
    }
    /// Which of the 32 codes from a place on are in the set; none if there is no set.
    [[gnu::target("avx2"), gnu::always_inline]] inline std::uint32_t at(std::size_t place) const {
      if (codes == nullptr) return 0;
      const __m256i bits = _mm256_broadcastsi128_si256(_mm_setr_epi8(1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128));
      const __m256i nibble = _mm256_set1_epi8(15);
      const __m256i code = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(codes + place));
      const __m256i in_row = _mm256_and_si256(code, nibble);
      const __m256i row = _mm256_blendv_epi8(_mm256_shuffle_epi8(low, in_row), _mm256_shuffle_epi8(high, in_row), code);
      const __m256i bit = _mm256_shuffle_epi8(bits, _mm256_and_si256(_mm256_srli_epi16(code, 4), nibble));
      return ~static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_and_si256(row, bit), _mm256_setzero_si256())));
    }
  };

  /// So many of 32 bits.
  static std::uint32_t first_bits(std::size_t count) { return static_cast<std::uint32_t>((std::uint64_t{1} << count) - 1); }

  /// Postings one by one, those with the codes in question.
  [[gnu::target("avx2,bmi")]] static void select_with_codes(const PostingList& list, std::size_t begin, std::size_t end, const PostingFilter& filter,
                                                            std::vector<std::uint32_t>& places) {
    const Codes states(filter.states, list.states()), days(filter.days, list.days());
    const std::size_t before = places.size();
    for (std::size_t at = begin; at < end; at += kCodes) {
      auto hits = (states.at(at) | days.at(at)) & first_bits(std::min(end - at, kCodes));
      for (; hits != 0; hits &= hits - 1) {
        const std::size_t place = at + static_cast<std::size_t>(std::countr_zero(hits));
        __builtin_prefetch(&list.others()[place]);
        places.push_back(static_cast<std::uint32_t>(place));
      }
    }
    std::size_t kept = before;
    for (std::size_t i = before; i < places.size(); ++i) {
      if (passes(list, places[i], filter)) places[kept++] = places[i];
    }
    places.resize(kept);
  }

  [[gnu::target("avx2"), gnu::always_inline]] static inline __m256i load(const void* eight) {
    return _mm256_loadu_si256(static_cast<const __m256i*>(eight));
  }

  /// Calls `use` with the places of [at, min(at + 8, end)) that pass, whatever their codes.
  template <typename Use>
  [[gnu::target("avx2,bmi"), gnu::always_inline]] static inline void select_eight(const PostingList& list, std::size_t at, std::size_t end, const PostingFilter& filter, Use use) {
    const __m256i other = load(list.others().data() + at);
    const __m256i number = _mm256_and_si256(other, _mm256_set1_epi32(static_cast<int>(OtherToken::kNumberMask)));
    const __m256i at_word = _mm256_and_si256(_mm256_srli_epi32(number, 5), _mm256_set1_epi32(static_cast<int>(AskedTokens::kWordMask)));
    const __m256i word = _mm256_i32gather_epi32(reinterpret_cast<const int*>(filter.asked->words_.data()), at_word, 4);
    __m256i sure = _mm256_slli_epi32(_mm256_srlv_epi32(word, _mm256_and_si256(number, _mm256_set1_epi32(31))), 31);
    sure = _mm256_or_si256(sure, _mm256_cmpgt_epi32(number, _mm256_set1_epi32(static_cast<int>(OtherToken::kMany - 1))));
    if (filter.irregular) sure = _mm256_or_si256(sure, load(list.names().data() + at));  // the flag is the sign
    auto hits = static_cast<std::uint32_t>(_mm256_movemask_ps(_mm256_castsi256_ps(sure))) & first_bits(std::min<std::size_t>(end - at, 8));
    if (filter.split_classes != 0) {
      const __m256i not_split = _mm256_set1_epi32(~(static_cast<int>(filter.split_classes) << 24) & static_cast<int>(0xff00'0000u));
      const __m256i classes = _mm256_and_si256(_mm256_or_si256(other, load(list.others().data() + at + 1)), not_split);
      auto splits = static_cast<std::uint32_t>(_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_cmpeq_epi32(classes, _mm256_setzero_si256()))));
      for (splits &= ~hits & first_bits(std::min({end - at, list.size() - at - 1, std::size_t{8}})); splits != 0; splits &= splits - 1) {
        const auto lane = static_cast<std::size_t>(std::countr_zero(splits));
        if (list.names()[at + lane].packed == list.names()[at + lane + 1].packed) hits |= 1u << lane;
      }
    }
    for (; hits != 0; hits &= hits - 1) use(at + static_cast<std::size_t>(std::countr_zero(hits)));
  }

  [[gnu::target("avx2,bmi")]] static void select_asked(const PostingList& list, std::size_t begin, std::size_t end, const PostingFilter& filter,
                                                       std::vector<std::uint32_t>& places) {
    for (std::size_t at = begin; at < end; at += 8) {
      select_eight(list, at, end, filter, [&](std::size_t place) { places.push_back(static_cast<std::uint32_t>(place)); });
    }
  }

  [[gnu::target("avx2,bmi")]] static void select_in_lists(std::span<const FilteredList> lists, std::vector<FoundPlace>& found) {
    constexpr std::size_t kAhead = 8;  // lists stand anywhere: they are fetched while those before them are looked at
    for (std::uint32_t i = 0; i < lists.size(); ++i) {
      if (i + kAhead < lists.size()) lists[i + kAhead].list.fetch();
      const auto& [list, filter] = lists[i];
      const auto add = [&](std::size_t place) { found.push_back({i, static_cast<std::uint32_t>(place)}); };
      for (std::size_t at = 0; at < list.size(); at += 8) {
        if (!filter.any_token) {
          select_eight(list, at, list.size(), filter, add);
        } else {
          for (std::size_t place = at; place < std::min<std::size_t>(at + 8, list.size()); ++place) add(place);
        }
      }
    }
  }
};

#endif

void select_postings(const PostingList& list, std::size_t begin, std::size_t end, const PostingFilter& filter, std::vector<std::uint32_t>& places) {
#if defined(__x86_64__)
  if (names::has_sound_lanes()) {
    if (filter.any_code()) {
      if (!filter.any_token) return PostingLanes::select_asked(list, begin, end, filter, places);
    } else {
      return PostingLanes::select_with_codes(list, begin, end, filter, places);
    }
  }
#endif
  select_postings_plainly(list, begin, end, filter, places);
}

void select_in_lists(std::span<const FilteredList> lists, std::vector<FoundPlace>& found) {
#if defined(__x86_64__)
  if (names::has_sound_lanes()) return PostingLanes::select_in_lists(lists, found);
#endif
  select_in_lists_plainly(lists, found);
}

}  // namespace darvaza::index
