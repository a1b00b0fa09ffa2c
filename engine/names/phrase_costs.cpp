#include "names/phrase_costs.h"

#include <algorithm>
#include <initializer_list>
#include <numeric>
#include <utility>
#include <vector>

#include "names/derived_costs.h"
#include "names/sound_costs.h"

namespace darvaza::names {
namespace {

using romanize::kSoundCount;
using romanize::Sound;
using romanize::WritingSystem;

struct LearnedPhrase {
  std::size_t system_pair;
  PhraseCost cost;
};
constexpr Phrase phrase(std::initializer_list<int> sounds) {
  Phrase out;
  for (int sound : sounds) out.sounds[out.size++] = static_cast<Sound>(sound);
  return out;
}
constexpr LearnedPhrase kLearned[] = {
#include "names/phrase_costs.inc"
};

static_assert(std::size(kLearned) < 65'536, "places in the tables are 16 bits wide");

std::size_t last(const Phrase& phrase) { return static_cast<std::size_t>(phrase.sounds[phrase.size - 1u]); }

/// The pair of sounds in which the phrases end, as one number.
std::size_t ends(const PhraseCost& cost) { return last(cost.a) * kSoundCount + last(cost.b); }

std::uint64_t bit(Sound sound) { return std::uint64_t{1} << static_cast<std::size_t>(sound); }
std::size_t tail_key(Sound before, Sound last) { return static_cast<std::size_t>(before) * kSoundCount + static_cast<std::size_t>(last); }
std::size_t tail(const Phrase& phrase) {
  return tail_key(phrase.size > 1 ? phrase.sounds[phrase.size - 2u] : Sound::none, phrase.sounds[phrase.size - 1u]);
}

constexpr std::size_t kPairs = pairs_of(romanize::kWritingSystemCount);

std::array<PhraseCosts, kPairs> make_tables() {
  std::array<PhraseCosts, kPairs> tables;
  for (std::size_t a = 0; a < romanize::kWritingSystemCount; ++a) {
    for (std::size_t b = a; b < romanize::kWritingSystemCount; ++b) {
      const auto first = static_cast<WritingSystem>(a), second = static_cast<WritingSystem>(b);
      tables[system_pair(first, second, romanize::kWritingSystemCount)] = PhraseCosts(derived_habits(first, second));
    }
  }
  return tables;
}

}  // namespace

PhraseCosts::PhraseCosts(std::vector<PhraseCost> phrases) : phrases_(std::move(phrases)) {
  std::stable_sort(phrases_.begin(), phrases_.end(), [](const auto& x, const auto& y) { return ends(x) < ends(y); });
  for (const PhraseCost& phrase : phrases_) pairs_[last(phrase.a)] |= std::uint64_t{1} << last(phrase.b);
  begins_.resize(kSoundCount * kSoundCount + 1);
  for (std::size_t at = 0, key = 0; key < begins_.size(); ++key) {
    while (at < phrases_.size() && ends(phrases_[at]) < key) ++at;
    begins_[key] = static_cast<std::uint16_t>(at);
  }
  by_second_ = phrases_;
  std::stable_sort(by_second_.begin(), by_second_.end(), [](const auto& x, const auto& y) { return last(x.b) < last(y.b); });
  for (std::size_t at = 0, sound = 0; sound < second_begins_.size(); ++sound) {
    while (at < by_second_.size() && last(by_second_[at].b) < sound) ++at;
    second_begins_[sound] = static_cast<std::uint16_t>(at);
  }
  // Sorted, not looked through once for each of some two thousand keys: every program that screens begins with this.
  std::vector<std::uint32_t> order(phrases_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t at) { return tail(phrases_[at].a); });
  by_tail_.resize(kSoundCount * kSoundCount);
  tails_.reserve(order.size());
  auto at = order.begin();
  for (std::size_t key = 0; key < by_tail_.size(); ++key) {
    Tails& tails = by_tail_[key];
    tails.begin = static_cast<std::uint32_t>(tails_.size());
    for (; at != order.end() && tail(phrases_[*at].a) == key; ++at) {
      const Phrase& b = phrases_[*at].b;
      tails.b_last |= bit(b.sounds[b.size - 1u]);
      std::uint64_t sounds = 0;
      for (std::size_t i = 0; i < b.size; ++i) sounds |= bit(b.sounds[i]);
      tails_.push_back({sounds, *at});
    }
    tails.end = static_cast<std::uint32_t>(tails_.size());
  }
}

bool PhraseCosts::find(Sound before, Sound last_sound, std::uint64_t present, Found& out) const {
  for (const Sound first : {Sound::none, before}) {
    const Tails& tails = by_tail_[tail_key(first, last_sound)];
    if ((tails.b_last & present) != 0) {
      for (const Tail& tail : std::span(tails_).subspan(tails.begin, tails.end - tails.begin)) {
        if ((tail.b_sounds & ~present) != 0) continue;
        if (out.count == Found::kRoom) return false;
        out.phrases[out.count++] = &phrases_[tail.phrase];
      }
    }
    if (before == Sound::none) break;
  }
  return true;
}

std::span<const PhraseCost> PhraseCosts::ending(Sound a, Sound b) const {
  const std::size_t key = static_cast<std::size_t>(a) * kSoundCount + static_cast<std::size_t>(b);
  return std::span(phrases_).subspan(begins_[key], begins_[key + 1] - std::size_t{begins_[key]});
}

std::span<const PhraseCost> PhraseCosts::ending_in(Sound sound, bool in_first) const {
  if (phrases_.empty()) return {};
  const auto at = static_cast<std::size_t>(sound);
  const std::size_t begin = in_first ? begins_[at * kSoundCount] : second_begins_[at];
  const std::size_t end = in_first ? begins_[(at + 1) * kSoundCount] : second_begins_[at + 1];
  return std::span(in_first ? phrases_ : by_second_).subspan(begin, end - begin);
}

std::vector<PhraseCost> learned_habits(WritingSystem a, WritingSystem b) {
  std::vector<PhraseCost> phrases;
  for (const LearnedPhrase& learned : kLearned) {
    if (learned.system_pair == learned_pair(a, b)) phrases.push_back(learned.cost);
  }
  return phrases;
}

const PhraseCosts& phrase_costs(WritingSystem a, WritingSystem b) {
  static const std::array<PhraseCosts, kPairs> tables = make_tables();
  return tables[system_pair(a, b, romanize::kWritingSystemCount)];
}

}  // namespace darvaza::names
