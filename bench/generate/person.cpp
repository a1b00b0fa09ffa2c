#include "generate/person.h"

#include <algorithm>

#include <fmt/format.h>

#include "eval/perturb/spellings.h"

namespace darvaza::generate {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kNationalities[] = {"AFG"sv, "AZE"sv, "IRN"sv, "KAZ"sv, "KGZ"sv,
                                               "PAK"sv, "TJK"sv, "TKM"sv, "TUR"sv, "UZB"sv};

Script make_script(Random& random) {
  const std::uint64_t drawn = random.below(100);
  if (drawn < 12) return Script::arabic;
  return drawn < 26 ? Script::cyrillic : Script::latin;
}

/// A full date, a year only, or nothing: lists know the year of one in ten, and of one in ten
/// nothing.
std::string make_birth_date(Random& random) {
  const std::uint64_t year = 1940 + random.below(68), month = 1 + random.below(12);
  const std::uint64_t day = 1 + random.below(28), kind = random.below(10);
  if (kind == 0) return {};
  if (kind == 1) return fmt::format("{}", year);
  return fmt::format("{}-{:02}-{:02}", year, month, day);
}

/// The word with its first letter in upper case, if that is a letter of ASCII.
std::string capitalised(const std::string& word) {
  const char first = word.empty() ? '\0' : word.front();
  if (first < 'a' || first > 'z') return word;
  return static_cast<char>(first - 'a' + 'A') + word.substr(1);
}

}  // namespace

Person make_person(const Vocabulary& vocabulary, Random& random) {
  Person person;
  person.sex = random.chance(150) ? 'F' : 'M';
  person.words.push_back(vocabulary.given_name(random));
  if (random.chance(350)) person.words.push_back(vocabulary.given_name(random));
  if (random.chance(850)) person.words.push_back(vocabulary.surname(random, person.sex == 'F'));
  if (person.words.size() < 2) person.words.push_back(vocabulary.given_name(random));
  if (random.chance(50)) person.words.push_back(vocabulary.surname(random, false));
  person.script = make_script(random);
  person.variant = random.chance(200);
  person.surname_first = random.chance(300);
  person.birth_date = make_birth_date(random);
  person.nationality = random.pick(kNationalities);
  return person;
}

std::string write_name(const Person& person, Random& random) {
  std::vector<std::string> words;
  for (const Word& word : person.words) {
    std::string text = word.in(person.script);
    if (person.variant && person.script == Script::latin) text = perturb::respell(text, random);
    words.push_back(capitalised(std::move(text)));
  }
  if (person.surname_first) std::rotate(words.begin(), words.end() - 1, words.end());
  return fmt::format("{}", fmt::join(words, " "));
}

}  // namespace darvaza::generate
