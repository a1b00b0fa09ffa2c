#include "names/sound_costs.h"

#include "names/derived_costs.h"

namespace darvaza::names {
namespace {

using romanize::kWritingSystemCount;
using romanize::WritingSystem;

constexpr SoundCosts kLearned[kLearnedPairs] = {
#include "names/sound_costs.inc"
};

constexpr std::size_t kPairs = pairs_of(kWritingSystemCount);

std::array<SoundCosts, kPairs> make_tables() {
  std::array<SoundCosts, kPairs> tables;
  for (std::size_t a = 0; a < kWritingSystemCount; ++a) {
    for (std::size_t b = a; b < kWritingSystemCount; ++b) {
      const auto first = static_cast<WritingSystem>(a), second = static_cast<WritingSystem>(b);
      tables[system_pair(first, second, kWritingSystemCount)] = derived_sound_costs(first, second);
    }
  }
  return tables;
}

}  // namespace

const SoundCosts& learned_sound_costs(WritingSystem a, WritingSystem b) { return kLearned[learned_pair(a, b)]; }

const SoundCosts& sound_costs(WritingSystem a, WritingSystem b) {
  static const std::array<SoundCosts, kPairs> tables = make_tables();
  return tables[system_pair(a, b, kWritingSystemCount)];
}

}  // namespace darvaza::names
