// Whole words: in another order, missing, joined, split, initials.
#include <algorithm>

#include "eval/perturb/families.h"
#include "eval/perturb/letters.h"
#include "names/role_words.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace darvaza::perturb {
namespace {

using Difference = std::vector<std::u32string>::difference_type;

std::size_t given_words(const Subject& subject) {
  return subject.words.size() - subject.surname_words;
}

std::u32string normalised(std::u32string_view word) {
  return text::normalise(text::encode_utf8(word)).text;
}

/// The surname first; a name without a surname of its own has its last word first.
Varied surname_first(const Subject& subject, Random&) {
  if (given_words(subject) == 0 || subject.surname_words == 0) return does_not_apply(kTooFewWords);
  Subject result = subject;
  std::rotate(result.words.begin(),
              result.words.begin() + static_cast<Difference>(given_words(subject)),
              result.words.end());
  if (result.words == subject.words) return does_not_apply(kUnchanged);
  return result;
}

Varied neighbours_exchanged(const Subject& subject, Random& random) {
  if (subject.words.size() < 3) return does_not_apply("fewer than three words");
  Subject result = subject;
  const std::size_t at = static_cast<std::size_t>(random.below(subject.words.size() - 1));
  std::swap(result.words[at], result.words[at + 1]);
  if (result.words == subject.words) return does_not_apply(kUnchanged);
  return result;
}

Varied without_word(const Subject& subject, std::size_t at) {
  Subject result = subject;
  result.words.erase(result.words.begin() + static_cast<Difference>(at));
  if (at >= given_words(subject)) --result.surname_words;
  return result;
}

Varied without_first(const Subject& subject, Random&) {
  if (subject.words.size() < 3) return does_not_apply("fewer than three words");
  return without_word(subject, 0);
}

Varied without_last(const Subject& subject, Random&) {
  if (subject.words.size() < 3) return does_not_apply("fewer than three words");
  return without_word(subject, subject.words.size() - 1);
}

Varied without_middle(const Subject& subject, Random& random) {
  if (subject.words.size() < 3) return does_not_apply("fewer than three words");
  return without_word(subject,
                      1 + static_cast<std::size_t>(random.below(subject.words.size() - 2)));
}

/// Drops the words of which `drop` holds, as long as two others stay.
template <typename Predicate>
Varied without(const Subject& subject, std::string_view none, Predicate drop) {
  Subject result = subject;
  for (std::size_t i = result.words.size(); i-- > 0;) {
    if (drop(normalised(result.words[i]))) result = *without_word(result, i);
  }
  if (result.words.size() == subject.words.size()) return does_not_apply(none);
  if (result.words.size() < 2) return does_not_apply(kTooFewWords);
  return result;
}

Varied without_patronymic(const Subject& subject, Random&) {
  return without(subject, "no patronymic",
                 [](const std::u32string& word) { return names::is_patronymic(word); });
}

Varied without_role(const Subject& subject, names::TokenRole role, std::string_view none) {
  return without(subject, none,
                 [&](const std::u32string& word) { return names::role_of_word(word) == role; });
}

Varied joined(const Subject& subject, Random& random) {
  if (subject.words.size() < 2) return does_not_apply(kTooFewWords);
  const std::size_t at = static_cast<std::size_t>(random.below(subject.words.size() - 1));
  Subject result = subject;
  result.words[at] += result.words[at + 1];
  return without_word(result, at + 1);
}

Varied all_joined(const Subject& subject, Random&) {
  if (subject.words.size() < 2) return does_not_apply(kTooFewWords);
  Subject result = subject;
  result.words = {std::u32string()};
  result.surname_words = 1;
  for (const std::u32string& word : subject.words) result.words[0] += word;
  return result;
}

Varied split(const Subject& subject, Random& random) {
  constexpr std::size_t kShortestPart = 3;
  const auto place = choose_place(subject, random, [&](std::u32string_view word, std::size_t at) {
    return at >= kShortestPart && word.size() - at >= kShortestPart &&
           !text::is_combining_mark(word[at]);
  });
  if (!place) return does_not_apply("no word of six letters");
  Subject result = subject;
  std::u32string& word = result.words[place->word];
  const std::u32string rest = word.substr(place->letter);
  word.resize(place->letter);
  result.words.insert(result.words.begin() + static_cast<Difference>(place->word) + 1, rest);
  if (place->word >= given_words(subject)) ++result.surname_words;
  return result;
}

/// Words from `begin` to `end` become their first letters.
Varied initials(const Subject& subject, std::size_t begin, std::size_t end) {
  Subject result = subject;
  for (std::size_t i = begin; i < end; ++i) result.words[i].resize(1);
  if (result == subject) return does_not_apply(kUnchanged);
  return result;
}

Varied given_initials(const Subject& subject, Random&) {
  if (given_words(subject) == 0 || subject.surname_words == 0) return does_not_apply(kTooFewWords);
  return initials(subject, 0, given_words(subject));
}

Varied middle_initials(const Subject& subject, Random&) {
  if (given_words(subject) < 2) return does_not_apply("fewer than two given names");
  return initials(subject, 1, given_words(subject));
}

}  // namespace

std::vector<Variation> unchanged() {
  return {{"unchanged", "as listed: the control",
           [](const Subject& subject, Random&) { return Varied(subject); }}};
}

std::vector<Variation> word_changes() {
  return {
      {"words-surname-first", "the surname before the given names", surname_first},
      {"words-exchanged", "two neighbouring words exchanged", neighbours_exchanged},
      {"words-without-first", "the first of three or more words missing", without_first},
      {"words-without-last", "the last of three or more words missing", without_last},
      {"words-without-middle", "a middle word missing", without_middle},
      {"words-without-patronymic", "the patronymic missing", without_patronymic},
      {"words-without-particle", "particles (al, bin, de) missing",
       [](const Subject& s, Random&) {
         return without_role(s, names::TokenRole::particle, "no particle");
       }},
      {"words-without-title", "titles (Haji, Mullah, Dr) missing",
       [](const Subject& s, Random&) {
         return without_role(s, names::TokenRole::title, "no title");
       }},
      {"words-joined", "two neighbouring words run together", joined},
      {"words-all-joined", "all words run together", all_joined},
      {"words-split", "a blank inside a word", split},
      {"words-initials", "initials for the given names", given_initials},
      {"words-middle-initials", "initials for all but the first given name", middle_initials},
  };
}

}  // namespace darvaza::perturb
