#include "fuzz/fuzz_target.h"

#include <cstdio>
#include <cstdlib>

namespace darvaza::fuzz {

void require(bool holds, std::string_view what_must_hold) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what_must_hold.size()),
               what_must_hold.data());
  std::abort();
}

}  // namespace darvaza::fuzz
