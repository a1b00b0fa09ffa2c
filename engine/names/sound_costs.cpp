#include "names/sound_costs.h"

namespace darvaza::names {
namespace {

constexpr SoundCosts kCosts[kSystemPairs] = {
#include "names/sound_costs.inc"
};

}  // namespace

const SoundCosts& sound_costs(romanize::WritingSystem a, romanize::WritingSystem b) {
  return kCosts[system_pair(a, b)];
}

}  // namespace darvaza::names
