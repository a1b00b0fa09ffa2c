// Slips of the finger, one a name. The first letter of a word is the one that people get right.
#include "eval/perturb/families.h"
#include "eval/perturb/keyboards.h"
#include "eval/perturb/letters.h"

namespace darvaza::perturb {
namespace {

/// Shorter words are rarely mistyped without being noticed.
constexpr std::size_t kShortest = 4;

Varied wrong_key(const Keyboard& keyboard, const Subject& subject, Random& random) {
  if (!is_written_in(subject, keyboard.script)) return does_not_apply(kOtherScript);
  const auto place = choose_place(subject, random, [&](std::u32string_view word, std::size_t at) {
    return word.size() >= kShortest && at > 0 && !neighbours(keyboard, lower(word[at])).empty();
  });
  if (!place) return does_not_apply(kNoSuchPlace);
  Subject result = subject;
  char32_t& letter = result.words[place->word][place->letter];
  const std::u32string keys = neighbours(keyboard, lower(letter));
  letter = in_case_of(keys[static_cast<std::size_t>(random.below(keys.size()))], letter);
  return result;
}

using Slip = std::u32string (*)(std::u32string_view word, std::size_t at);

Varied slipped(const Subject& subject, Random& random, Slip slip) {
  const auto place = choose_place(subject, random, [&](std::u32string_view word, std::size_t at) {
    const auto is_letter = [&](std::size_t i) {
      return i < word.size() && text::is_letter_or_mark(word[i]);
    };
    return word.size() >= kShortest && at > 0 && is_letter(at) &&
           (slip != swap_letters || is_letter(at + 1)) && slip(word, at) != word;
  });
  if (!place) return does_not_apply(kNoSuchPlace);
  Subject result = subject;
  std::u32string& word = result.words[place->word];
  word = slip(word, place->letter);
  return result;
}

Variation slip(std::string id, std::string title, Slip how) {
  return {std::move(id), std::move(title),
          [how](const Subject& subject, Random& random) { return slipped(subject, random, how); }};
}

}  // namespace

std::vector<Variation> typing_slips() {
  std::vector<Variation> all = {
      slip("typing-omitted", "a letter left out", omit_letter),
      slip("typing-doubled", "a letter typed twice", double_letter),
      slip("typing-swapped", "two neighbouring letters exchanged", swap_letters)};
  for (const Keyboard& keyboard : keyboards()) {
    all.push_back({"typing-" + std::string(keyboard.id),
                   "a neighbouring key of the " + std::string(keyboard.title),
                   [&keyboard](const Subject& subject, Random& random) {
                     return wrong_key(keyboard, subject, random);
                   }});
  }
  return all;
}

}  // namespace darvaza::perturb
