// Persons whose names make a search slow.
#pragma once

#include <cstdint>

#include "generate/person.h"
#include "generate/random.h"
#include "generate/vocabulary.h"

namespace darvaza::generate {

/// Listed person `number` of a nasty list. Of 100 persons, by their numbers alone:
///   10 have one and the same name (the first 10,000 such, then usual ones),
///   10 have names of the commonest words only,
///    9 have names of single letters,
///    1 has a name of 64 words,
///   and of the rest one in seven begins with the commonest word, so that a third of all hold it.
/// Birth dates, nationalities and scripts are usual. Consumes `random`.
Person make_nasty_person(const Vocabulary& vocabulary, std::uint64_t number, Random& random);

}  // namespace darvaza::generate
