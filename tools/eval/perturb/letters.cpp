#include "eval/perturb/letters.h"

#include <vector>

#include "text/characters.h"

namespace darvaza::perturb {

std::optional<Place> choose_place(
    const Subject& subject, Random& random,
    const std::function<bool(std::u32string_view, std::size_t)>& possible) {
  std::vector<Place> places;
  for (std::size_t word = 0; word < subject.words.size(); ++word) {
    for (std::size_t letter = 0; letter < subject.words[word].size(); ++letter) {
      if (possible(subject.words[word], letter)) places.push_back({word, letter});
    }
  }
  if (places.empty()) return std::nullopt;
  return places[static_cast<std::size_t>(random.below(places.size()))];
}

std::u32string omit_letter(std::u32string_view word, std::size_t at) {
  return std::u32string(word).erase(at, 1);
}

std::u32string double_letter(std::u32string_view word, std::size_t at) {
  return std::u32string(word).insert(at, 1, word[at]);
}

std::u32string swap_letters(std::u32string_view word, std::size_t at) {
  std::u32string swapped(word);
  std::swap(swapped[at], swapped[at + 1]);
  return swapped;
}

char32_t lower(char32_t letter) { return text::CharacterTable::instance()[letter].lower; }

char32_t in_case_of(char32_t letter, char32_t model) {
  return lower(model) == model ? letter : text::upper(letter);
}

std::u32string lower(std::u32string_view word) {
  std::u32string out(word);
  for (char32_t& letter : out) letter = lower(letter);
  return out;
}

std::u32string upper(std::u32string_view word) {
  std::u32string out(word);
  for (char32_t& letter : out) letter = text::upper(letter);
  return out;
}

std::u32string capitalised(std::u32string_view word) {
  std::u32string out(word);
  if (!out.empty()) out[0] = text::upper(out[0]);
  return out;
}

bool is_written_in(const Subject& subject, text::Script script) {
  bool any = false;
  for (const std::u32string& word : subject.words) {
    for (const char32_t c : word) {
      const text::Script of_letter = text::script_of(c);
      if (of_letter == text::Script::none) continue;
      if (of_letter != script) return false;
      any = true;
    }
  }
  return any;
}

}  // namespace darvaza::perturb
