// Other spellings in the same script.
#include "eval/perturb/spellings.h"

#include "eval/perturb/families.h"
#include "eval/perturb/letters.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace darvaza::perturb {
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

Varied by_habit(const Subject& subject, Random& random) {
  if (!is_written_in(subject, text::Script::latin)) return does_not_apply(kOtherScript);
  Subject result = subject;
  const std::size_t first = static_cast<std::size_t>(random.below(subject.words.size()));
  for (std::size_t i = 0; i < subject.words.size(); ++i) {
    std::u32string& word = result.words[(first + i) % subject.words.size()];
    const std::u32string plain = lower(word);
    const std::u32string respelled = text::decode_utf8(respell(text::encode_utf8(plain), random));
    if (respelled == plain) continue;
    word = word == upper(word) ? upper(respelled) : capitalised(respelled);
    return result;
  }
  return does_not_apply(kUnchanged);
}

Varied without_diacritics(const Subject& subject, Random&) {
  Subject result = subject;
  for (std::u32string& word : result.words) {
    for (char32_t& letter : word) letter = in_case_of(text::base_letter(lower(letter)), letter);
  }
  if (result == subject) return does_not_apply(kUnchanged);
  return result;
}

/// One letter is replaced by the letter of another alphabet that looks like it.
Varied with_look_alike(const Subject& subject, Random& random) {
  const bool latin = is_written_in(subject, text::Script::latin);
  if (!latin && !is_written_in(subject, text::Script::cyrillic))
    return does_not_apply(kOtherScript);
  const text::Script target = latin ? text::Script::cyrillic : text::Script::latin;
  const auto place = choose_place(subject, random, [&](std::u32string_view word, std::size_t at) {
    return text::look_alike(word[at], target) != word[at];
  });
  if (!place) return does_not_apply(kNoSuchPlace);
  Subject result = subject;
  char32_t& letter = result.words[place->word][place->letter];
  letter = text::look_alike(letter, target);
  return result;
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

std::vector<Variation> spellings() {
  return {
      {"spelling-habit", "another usual Latin spelling: kh for x, -off for -ov, e for i", by_habit},
      {"spelling-plain", "letters without their diacritics", without_diacritics},
      {"spelling-look-alike", "one letter of another alphabet that looks the same",
       with_look_alike}};
}

}  // namespace darvaza::perturb
