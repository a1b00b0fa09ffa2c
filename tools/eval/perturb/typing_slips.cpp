// Slips of the finger, one a name. The first letter of a word is the one that people get right mostly: its slips are
// kinds of their own.
#include "eval/perturb/families.h"
#include "eval/perturb/keyboards.h"
#include "eval/perturb/letters.h"

namespace darvaza::perturb {
namespace {

/// Shorter words are rarely mistyped without being noticed.
constexpr std::size_t kShortest = 4;

/// Where in a word the slip happens.
enum class At { inside, first };
bool is_there(At where, std::size_t letter) { return (letter == 0) == (where == At::first); }

Varied wrong_key(const Keyboard& keyboard, At where, const Subject& subject, Random& random) {
  if (!is_written_in(subject, keyboard.script)) return does_not_apply(kOtherScript);
  const auto place = choose_place(subject, random, [&](std::u32string_view word, std::size_t at) {
    return word.size() >= kShortest && is_there(where, at) && !neighbours(keyboard, lower(word[at])).empty();
  });
  if (!place) return does_not_apply(kNoSuchPlace);
  Subject result = subject;
  char32_t& letter = result.words[place->word][place->letter];
  const std::u32string keys = neighbours(keyboard, lower(letter));
  letter = in_case_of(keys[static_cast<std::size_t>(random.below(keys.size()))], letter);
  return result;
}

/// A word whose first letters have changed, with capitals where `before` has them: Adryagozar, not aDryagozar.
std::u32string in_case_of_word(std::u32string letters, std::u32string_view before) {
  for (std::size_t i = 0; i < 2; ++i) letters[i] = in_case_of(lower(letters[i]), before[i]);
  return letters;
}

using Slip = std::u32string (*)(std::u32string_view word, std::size_t at);

Varied slipped(const Subject& subject, Random& random, Slip slip, At where) {
  const auto place = choose_place(subject, random, [&](std::u32string_view word, std::size_t at) {
    const auto is_letter = [&](std::size_t i) {
      return i < word.size() && text::is_letter_or_mark(word[i]);
    };
    return word.size() >= kShortest && is_there(where, at) && is_letter(at) &&
           (slip != swap_letters || is_letter(at + 1)) && lower(slip(word, at)) != lower(word);
  });
  if (!place) return does_not_apply(kNoSuchPlace);
  Subject result = subject;
  std::u32string& word = result.words[place->word];
  const std::u32string changed = slip(word, place->letter);
  word = where == At::first ? in_case_of_word(changed, word) : changed;
  return result;
}

Variation slip(std::string id, std::string title, Slip how, At where) {
  return {std::move(id), std::move(title), [how, where](const Subject& subject, Random& random) {
            return slipped(subject, random, how, where);
          }};
}

Variation key_slip(const Keyboard& keyboard, At where) {
  const bool first = where == At::first;
  return {"typing-" + std::string(keyboard.id) + (first ? "-first" : ""),
          std::string(first ? "the first letter: " : "") + "a neighbouring key of the " + std::string(keyboard.title),
          [&keyboard, where](const Subject& subject, Random& random) { return wrong_key(keyboard, where, subject, random); }};
}

/// The letter of the key beside is struck, too, before the right one.
Varied key_before_first(const Subject& subject, Random& random) {
  for (const Keyboard& keyboard : keyboards()) {
    const Varied other = wrong_key(keyboard, At::first, subject, random);
    if (!other) continue;
    Subject result = subject;
    for (std::size_t word = 0; word < result.words.size(); ++word) {
      std::u32string& letters = result.words[word];
      if (letters != other->words[word]) letters = in_case_of_word(other->words[word].substr(0, 1) + letters, letters);
    }
    return result;
  }
  return does_not_apply(kNoSuchPlace);
}

}  // namespace

std::vector<Variation> typing_slips() {
  std::vector<Variation> all = {
      slip("typing-omitted", "a letter left out", omit_letter, At::inside),
      slip("typing-doubled", "a letter typed twice", double_letter, At::inside),
      slip("typing-swapped", "two neighbouring letters exchanged", swap_letters, At::inside),
      slip("typing-omitted-first", "the first letter left out", omit_letter, At::first),
      slip("typing-doubled-first", "the first letter typed twice", double_letter, At::first),
      slip("typing-swapped-first", "the first two letters exchanged", swap_letters, At::first),
      {"typing-added-first", "a neighbouring key struck before the first letter", key_before_first}};
  for (const Keyboard& keyboard : keyboards()) all.push_back(key_slip(keyboard, At::inside));
  for (const Keyboard& keyboard : keyboards()) all.push_back(key_slip(keyboard, At::first));
  return all;
}

}  // namespace darvaza::perturb
