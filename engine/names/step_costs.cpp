#include "names/step_costs.h"

#include <algorithm>

namespace darvaza::names {
namespace {

using romanize::kSoundCount;
using romanize::kWritingSystemCount;
using romanize::WritingSystem;

StepCosts make(WritingSystem own, WritingSystem other) {
  const bool own_first = own <= other;
  const auto [first, second] = std::minmax({own, other});
  const SoundCosts& costs = sound_costs(first, second);
  StepCosts steps;
  for (std::size_t s = 0; s < kSoundCount; ++s) {
    for (std::size_t t = 0; t < kSoundCount; ++t) steps.meet[s][t] = steps_of(own_first ? costs.meet[s][t] : costs.meet[t][s]);
    for (std::size_t place = 0; place < kGapPlaces; ++place) {
      steps.own_gap[place][s] = steps_of((own_first ? costs.drop : costs.add)[place][s]);
      steps.other_gap[place][s] = steps_of((own_first ? costs.add : costs.drop)[place][s]);
    }
  }
  return steps;
}

std::array<StepCosts, kWritingSystemCount * kWritingSystemCount> make_all() {
  std::array<StepCosts, kWritingSystemCount * kWritingSystemCount> all;
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i] = make(static_cast<WritingSystem>(i / kWritingSystemCount), static_cast<WritingSystem>(i % kWritingSystemCount));
  }
  return all;
}

}  // namespace

const StepCosts& step_costs(WritingSystem own, WritingSystem other) {
  static const auto all = make_all();
  return all[static_cast<std::size_t>(own) * kWritingSystemCount + static_cast<std::size_t>(other)];
}

}  // namespace darvaza::names
