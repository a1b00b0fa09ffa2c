// How one name comes to be written differently.
#pragma once

#include <string>
#include <string_view>

#include "generate/random.h"

namespace darvaza::generate {

struct Person;

/// One slip of the pen: a letter left out, doubled, exchanged with its neighbour or with another.
/// Words of fewer than four bytes stay as they are. Works on whole UTF-8 letters.
std::string mistype(std::string_view word, Random& random);

/// The name of `person` as another source has it: another script, another spelling, names in
/// another order or one fewer, a slip of the pen; always at least one of these.
std::string write_misspelled(Person person, Random& random);

}  // namespace darvaza::generate
