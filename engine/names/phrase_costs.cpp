#include "names/phrase_costs.h"

#include <algorithm>
#include <tuple>
#include <vector>

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

std::size_t last(const Phrase& phrase) { return static_cast<std::size_t>(phrase.sounds[phrase.size - 1u]); }

/// The learned phrases by system pair and by the sounds in which they end.
class PhraseTable {
 public:
  PhraseTable() {
    for (std::size_t pair = 0; pair < kSystemPairs; ++pair) add(pair);
  }

  std::span<const PhraseCost> of(std::size_t pair) const { return phrases_[pair]; }
  std::span<const PhraseCost> ending(std::size_t pair, Sound in_a, Sound in_b) const {
    const std::uint16_t* begin = &begins_[pair][static_cast<std::size_t>(in_a) * kSoundCount + static_cast<std::size_t>(in_b)];
    return std::span(phrases_[pair]).subspan(begin[0], begin[1] - std::size_t{begin[0]});
  }

 private:
  static std::size_t ends(const PhraseCost& cost) { return last(cost.a) * kSoundCount + last(cost.b); }

  void add(std::size_t pair) {
    auto& phrases = phrases_[pair];
    for (const LearnedPhrase& learned : kLearned) {
      if (learned.system_pair == pair) phrases.push_back(learned.cost);
    }
    std::stable_sort(phrases.begin(), phrases.end(), [](const auto& x, const auto& y) { return ends(x) < ends(y); });
    begins_[pair].resize(kSoundCount * kSoundCount + 1);
    for (std::size_t at = 0, key = 0; key < begins_[pair].size(); ++key) {
      while (at < phrases.size() && ends(phrases[at]) < key) ++at;
      begins_[pair][key] = static_cast<std::uint16_t>(at);
    }
  }

  std::array<std::vector<PhraseCost>, kSystemPairs> phrases_;
  std::array<std::vector<std::uint16_t>, kSystemPairs> begins_;  ///< one more than there are pairs of sounds
};

const PhraseTable& table() {
  static const PhraseTable phrases;
  return phrases;
}

}  // namespace

std::span<const PhraseCost> phrase_costs(WritingSystem a, WritingSystem b) { return table().of(system_pair(a, b)); }

std::span<const PhraseCost> phrases_ending(WritingSystem a, WritingSystem b, Sound in_a, Sound in_b) {
  return table().ending(system_pair(a, b), in_a, in_b);
}

}  // namespace darvaza::names
