#include "generate/misspelling.h"

#include <utility>
#include <vector>

#include "generate/person.h"

namespace darvaza::generate {
namespace {

/// Habits of romanisation in the region, in both directions where both are common.
struct Respelling {
  std::string_view from, to;
};
constexpr Respelling kRespellings[] = {
    {"kh", "h"},   {"kh", "x"}, {"gh", "g"}, {"q", "k"},    {"j", "dj"},  {"j", "zh"},
    {"w", "v"},    {"v", "w"},  {"u", "o"},  {"u", "ou"},   {"i", "e"},   {"i", "y"},
    {"e", "i"},    {"a", "e"},  {"y", "i"},  {"ov", "off"}, {"ov", "ow"}, {"sh", "ch"},
    {"ch", "tch"}, {"ee", "i"}, {"i", "ee"}, {"ai", "ay"},  {"z", "zz"},  {"s", "ss"},
    {"d", "t"},    {"h", "kh"}, {"b", "p"},  {"ya", "ia"}};

bool continues_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) == 0x80; }

std::vector<std::string> letters_of(std::string_view word) {
  std::vector<std::string> letters;
  for (const char byte : word) {
    if (letters.empty() || !continues_letter(byte)) letters.emplace_back();
    letters.back() += byte;
  }
  return letters;
}

std::string joined(const std::vector<std::string>& letters) {
  std::string word;
  for (const std::string& letter : letters) word += letter;
  return word;
}

}  // namespace

std::string respell(std::string_view word, Random& random) {
  std::string text(word);
  for (int tries = 0; tries < 6; ++tries) {
    const Respelling& rule = random.pick(kRespellings);
    const std::size_t at = text.find(rule.from);
    if (at != std::string::npos) return text.replace(at, rule.from.size(), rule.to);
  }
  return text;
}

std::string mistype(std::string_view word, Random& random) {
  constexpr std::size_t kShortest = 4;
  std::vector<std::string> letters = letters_of(word);
  if (letters.size() < kShortest) return std::string(word);
  // The first letter is the one that people get right.
  const std::size_t at = 1 + static_cast<std::size_t>(random.below(letters.size() - 2));
  const auto place = letters.begin() + static_cast<std::ptrdiff_t>(at);
  switch (random.below(4)) {
    case 0:
      letters.erase(place);
      break;
    case 1:
      letters.insert(place, std::string(*place));
      break;
    case 2:
      std::swap(letters[at], letters[at + 1]);
      break;
    default:
      letters[at] = letters[static_cast<std::size_t>(random.below(letters.size()))];
      break;
  }
  return joined(letters);
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
