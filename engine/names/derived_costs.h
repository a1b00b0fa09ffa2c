// Costs between writing systems for which there is nothing to learn from.
//
// Names in Hebrew, Hangul and Han letters are too few in the training data to learn costs from. Each of these systems is
// read like one that is learned, Hebrew like Arabic letters, which have no vowels either, the others like Latin ones;
// letters that stand for several sounds (Hebrew ב for b and v, Hangul ㄱ for g and k) cost what their best reading costs, and
// where published romanisations write one syllable in several ways, these are habits of spelling.
#pragma once

#include <vector>

#include "names/phrase_costs.h"
#include "names/sound_costs.h"
#include "romanize/pivot.h"

namespace darvaza::names {

/// The costs between `a` and `b`, where `a` does not come after `b`: the learned ones, or those of the systems that the
/// two are read like, with their letters' other readings.
SoundCosts derived_sound_costs(romanize::WritingSystem a, romanize::WritingSystem b);

/// The habits between them: learned ones, or those of derived_habits.cpp.
std::vector<PhraseCost> derived_habits(romanize::WritingSystem a, romanize::WritingSystem b);

}  // namespace darvaza::names
