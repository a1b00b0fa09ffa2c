// The random numbers of the generators are those of the variations (tools/eval/perturb).
#pragma once

#include "eval/perturb/random.h"

namespace darvaza::generate {

using perturb::Random;

}  // namespace darvaza::generate
