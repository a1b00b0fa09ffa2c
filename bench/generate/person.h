// A fictional person, made from a number.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "generate/vocabulary.h"

namespace darvaza::generate {

struct Person {
  std::vector<Word> words;  ///< given names, father's name, surname
  Script script = Script::latin;
  bool variant = false;  ///< the Latin spelling departs from the usual one
  bool surname_first = false;
  std::string birth_date;  ///< "1980-05-17", "1980" or empty
  char sex = 'M';
  std::string_view nationality;  ///< ISO 3166-1 alpha-3
};

/// Consumes `random`: the same generator gives the same person.
Person make_person(const Vocabulary& vocabulary, Random& random);

/// The name as its source would write it. Latin words are capitalised; `random` chooses variants.
std::string write_name(const Person& person, Random& random);

}  // namespace darvaza::generate
