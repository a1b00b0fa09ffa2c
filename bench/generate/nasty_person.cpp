#include "generate/nasty_person.h"

#include <cstddef>
#include <vector>

namespace darvaza::generate {
namespace {

constexpr std::size_t kManyWords = 64;  // as many as the engine looks at
constexpr std::size_t kCommonest = 5;
constexpr std::uint64_t kNamesakes = 10'000, kNamesakesOf = 10;  // every tenth, that many times

constexpr NamePart kLetters[] = {
    {{"a", "а", "ا"}}, {{"b", "б", "ب"}}, {{"d", "д", "د"}}, {{"k", "к", "ک"}},
    {{"m", "м", "م"}}, {{"n", "н", "ن"}}, {{"r", "р", "ر"}}, {{"s", "с", "س"}},
};

Word commonest(std::size_t rank) { return {{&common_given_names()[rank]}}; }

std::vector<Word> commonest_words(Random& random) {
  std::vector<Word> words(2 + static_cast<std::size_t>(random.below(3)));
  for (Word& word : words) word = commonest(static_cast<std::size_t>(random.below(kCommonest)));
  return words;
}

std::vector<Word> single_letters(Random& random) {
  std::vector<Word> words(2 + static_cast<std::size_t>(random.below(2)));
  for (Word& word : words) word = {{&random.pick(kLetters)}};
  return words;
}

std::vector<Word> many_words(const Vocabulary& vocabulary, Random& random) {
  std::vector<Word> words(kManyWords);
  for (Word& word : words) word = vocabulary.given_name(random);
  return words;
}

}  // namespace

Person make_nasty_person(const Vocabulary& vocabulary, std::uint64_t number, Random& random) {
  Person person = make_person(vocabulary, random);
  const std::uint64_t of_hundred = number % 100, of_ten = number % 10;
  if (of_hundred == 2) {
    person.words = many_words(vocabulary, random);
  } else if (of_ten == 0) {
    if (number / kNamesakesOf < kNamesakes) {
      person.words = {commonest(0), commonest(1), {{&roots()[0], &surname_endings()[0]}}};
      person.script = Script::latin;
      person.variant = false;
      person.surname_first = false;
    }
  } else if (of_ten == 1) {
    person.words = commonest_words(random);
  } else if (of_ten == 2) {
    person.words = single_letters(random);
  } else if (random.chance(150)) {
    person.words.front() = commonest(0);
  }
  return person;
}

}  // namespace darvaza::generate
