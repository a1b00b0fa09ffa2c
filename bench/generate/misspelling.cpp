#include "generate/misspelling.h"

#include "eval/perturb/letters.h"
#include "generate/person.h"
#include "text/utf8.h"

namespace darvaza::generate {

std::string mistype(std::string_view word, Random& random) {
  constexpr std::size_t kShortest = 4;
  std::u32string letters = text::decode_utf8(word);
  if (letters.size() < kShortest) return std::string(word);
  // The first letter is the one that people get right.
  const std::size_t at = 1 + static_cast<std::size_t>(random.below(letters.size() - 2));
  switch (random.below(4)) {
    case 0:
      return text::encode_utf8(perturb::omit_letter(letters, at));
    case 1:
      return text::encode_utf8(perturb::double_letter(letters, at));
    case 2:
      return text::encode_utf8(perturb::swap_letters(letters, at));
    default:
      letters[at] = letters[static_cast<std::size_t>(random.below(letters.size()))];
      return text::encode_utf8(letters);
  }
}

std::string write_misspelled(Person person, Random& random) {
  enum class Change : std::uint64_t { script, variant, order, fewer, slip, count };
  constexpr Script kScripts[] = {Script::latin, Script::cyrillic, Script::arabic};
  bool slip = false;
  for (std::uint64_t changes = 1 + random.below(2); changes > 0; --changes) {
    switch (static_cast<Change>(random.below(static_cast<std::uint64_t>(Change::count)))) {
      case Change::script:
        person.script = random.pick(kScripts);
        break;
      case Change::order:
        person.surname_first = !person.surname_first;
        break;
      case Change::fewer:
        if (person.words.size() > 2) person.words.erase(person.words.begin() + 1);
        break;
      case Change::variant:
        person.variant = true;
        break;
      default:
        slip = true;
        break;
    }
  }
  const std::string name = write_name(person, random);
  return slip ? mistype(name, random) : name;
}

}  // namespace darvaza::generate
