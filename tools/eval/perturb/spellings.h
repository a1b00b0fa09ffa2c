// Habits of spelling, for generators of names too.
#pragma once

#include <string>
#include <string_view>

#include "eval/perturb/random.h"

namespace darvaza::perturb {

/// Another usual spelling of a lower-case Latin word: kh for x, -off for -ov, e for i. The word
/// itself when none of a few habits that are tried applies.
std::string respell(std::string_view word, Random& random);

}  // namespace darvaza::perturb
