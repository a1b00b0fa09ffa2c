#include "screening/spaced_letters.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/script.h"
#include "text/utf8.h"
#include "text/word_count.h"

namespace darvaza::screening {
namespace {

constexpr std::size_t kLeastInARow = 3;

struct Word {
  std::string_view text;
  bool follows_at_once = false;  ///< one blank before it
  bool single = false;           ///< one letter that stands for a sound
};

/// Of scripts that write sounds: a single letter of others is a syllable or a word.
bool is_single_letter(std::string_view word) {
  const char32_t letter = text::take_code_point(word);
  return word.empty() && text::is_letter_or_mark(letter) && text::script_of(letter) != text::Script::other;
}

std::vector<Word> words_of(std::string_view name) {
  std::vector<Word> words;
  std::size_t gap = 0;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    if (end > 0) words.push_back({name.substr(0, end), gap == 1, is_single_letter(name.substr(0, end))});
    gap = end > 0 ? 1 : gap + 1;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return words;
}

struct Joined {
  std::string text;
  bool any = false;  ///< a row was joined
  std::size_t words = 0;
};

Joined join(std::string_view name) {
  const std::vector<Word> words = words_of(name);
  Joined joined;
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin + 1;
    while (words[begin].single && end < words.size() && words[end].single && words[end].follows_at_once) ++end;
    const bool is_row = end - begin >= kLeastInARow;
    joined.any |= is_row;
    for (std::size_t i = begin; i < end; ++i) {
      const bool new_word = i == begin || !is_row;
      if (new_word && !joined.text.empty()) joined.text += ' ';
      joined.words += new_word;
      joined.text += words[i].text;
    }
    begin = end;
  }
  return joined;
}

}  // namespace

std::optional<SpacedLetters> join_spaced_letters(const TravellerName& name) {
  Joined primary = join(name.primary), secondary = join(name.secondary);
  if (!primary.any && !secondary.any) return std::nullopt;
  const bool one_word = primary.words + secondary.words == 1;
  return SpacedLetters{{std::move(primary.text), std::move(secondary.text), name.may_be_truncated}, one_word};
}

bool is_of_single_letters(const TravellerName& name) {
  bool any = false;
  for (const std::string_view part : {std::string_view(name.primary), std::string_view(name.secondary)}) {
    for (const Word& word : words_of(part)) {
      if (!word.single && text::count_words(word.text).legible > 0) return false;
      any |= word.single;
    }
  }
  return any;
}

}  // namespace darvaza::screening
