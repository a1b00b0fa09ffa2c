#include "sample_names.h"

#include <array>

#include "generate/misspelling.h"
#include "generate/random.h"
#include "generate/vocabulary.h"

namespace darvaza::bench {
namespace {

constexpr std::uint64_t kSeed = 1, kPersons = 1, kMisspellings = 2;

const generate::Vocabulary& vocabulary() {
  static const generate::Vocabulary words(kSeed);
  return words;
}

generate::Person person(std::size_t number, generate::Random& random) {
  random = generate::Random::of_record(kSeed, kPersons, number);
  return make_person(vocabulary(), random);
}

std::vector<std::string> write_names(generate::Script script) {
  std::vector<std::string> names;
  generate::Random random(kSeed);
  for (std::size_t i = 0; i < kSampleNames; ++i) {
    generate::Person written = person(i, random);
    written.script = script;
    names.push_back(write_name(written, random));
  }
  return names;
}

std::vector<std::string> misspell_names() {
  std::vector<std::string> names;
  generate::Random random(kSeed);
  for (std::size_t i = 0; i < kSampleNames; ++i) {
    const generate::Person written = person(i, random);
    generate::Random choice = generate::Random::of_record(kSeed, kMisspellings, i);
    names.push_back(write_misspelled(written, choice));
  }
  return names;
}

}  // namespace

const std::vector<std::string>& sample_names(generate::Script script) {
  static const std::array<std::vector<std::string>, generate::kScriptCount> names = {
      write_names(generate::Script::latin), write_names(generate::Script::cyrillic),
      write_names(generate::Script::arabic)};
  return names[static_cast<std::size_t>(script)];
}

const std::vector<std::string>& misspelled_names() {
  static const std::vector<std::string> names = misspell_names();
  return names;
}

}  // namespace darvaza::bench
