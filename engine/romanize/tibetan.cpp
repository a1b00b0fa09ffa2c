// Tibetan letters as Lhasa speaks: of what stands before, above, below and after the letter of a syllable most is silent or changes it.
// Facts: Tournadre and Dorje, Manual of Standard Tibetan (2003); THL Simplified Phonetic Transcription (2003); Unicode, chapter 13.4.
#include "romanize/tibetan.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "romanize/letter_reader.h"
#include "romanize/romanize.h"
#include "romanize/spoken.h"

namespace darvaza::romanize {
namespace {

constexpr char32_t kFirst = 0x0F00, kEnd = 0x1000, kFirstLetter = 0x0F40, kLastLetter = 0x0F6C, kFirstBelow = 0x0F90, kLastBelow = 0x0FBC, kO = 0x0F7C;

/// Letters written one below the other, all as if they stood alone, and their vowel.
struct Stack {
  std::u32string letters;
  char32_t vowel = 0;
};
using Syllable = std::vector<Stack>;

Syllable stacks_of(std::u32string_view letters) {
  Syllable stacks;
  for (const char32_t c : letters) {
    if (c >= kFirstLetter && c <= kLastLetter) {
      stacks.push_back({std::u32string(1, c)});
    } else if (stacks.empty()) {
      continue;
    } else if (c >= kFirstBelow && c <= kLastBelow) {
      stacks.back().letters += c - kFirstBelow + kFirstLetter;
    } else if (c >= 0x0F71 && c <= 0x0F80) {
      stacks.back().vowel = c;
    }
  }
  return stacks;
}

bool is_plain(const Stack& stack) { return stack.letters.size() == 1 && stack.vowel == 0; }
bool is_prefix(char32_t c) { return is_one_of(c, U"གདབམའ"); }

/// Two syllables written as one, as words from Sanskrit are: པདྨ Pema, ཀརྨ Karma. The upper letter of the stack closes the first.
bool is_double(const Syllable& syllable) {
  if (syllable.size() < 2 || !is_plain(syllable[0]) || syllable[1].letters.size() < 2) return false;
  const bool is_sanskrit = is_one_of(syllable[1].letters[0], U"དནཀཏམ") && !is_one_of(syllable[1].letters[1], U"ཡརལཝ");
  return !is_prefix(syllable[0].letters[0]) || is_sanskrit;
}

std::size_t root_of(const Syllable& syllable) {
  if (!is_plain(syllable[0]) || syllable.size() < 2 || !is_prefix(syllable[0].letters[0])) return 0;
  if (!is_plain(syllable[1])) return syllable[1].letters[0] == U'འ' ? 0 : 1;  // འ with a vowel is an ending
  if (syllable.size() < 3) return 0;
  // Three bare letters: a prefix, unless the last is the second one after the root.
  const bool two_after = syllable.size() == 3 && is_one_of(syllable[2].letters[0], U"ས") && is_one_of(syllable[1].letters[0], U"གངབམ");
  return two_after ? 0 : 1;
}

struct Letter {
  char32_t letter;
  std::string_view sound;
};
constexpr Letter kLetters[] = {{U'ཀ', "k"}, {U'ཁ', "k"}, {U'ག', "g"}, {U'ང', "ng"}, {U'ཅ', "ch"}, {U'ཆ', "ch"}, {U'ཇ', "j"}, {U'ཉ', "ny"}, {U'ཏ', "t"}, {U'ཐ', "t"}, {U'ད', "d"}, {U'ན', "n"},
                               {U'པ', "p"}, {U'ཕ', "p"}, {U'བ', "b"}, {U'མ', "m"},  {U'ཙ', "ts"}, {U'ཚ', "ts"}, {U'ཛ', "z"}, {U'ཝ', "w"},  {U'ཞ', "sh"}, {U'ཟ', "z"}, {U'འ', ""}, {U'ཡ', "y"},
                               {U'ར', "r"}, {U'ལ', "l"}, {U'ཤ', "sh"}, {U'ས', "s"}, {U'ཧ', "h"}, {U'ཨ', ""}, {U'ཊ', "t"}, {U'ཋ', "t"}, {U'ཌ', "d"}, {U'ཎ', "n"}, {U'ཥ', "sh"}};

std::string_view sound_of(char32_t c) {
  const Letter* letter = row_of(kLetters, c);
  return letter == nullptr ? std::string_view() : letter->sound;
}

/// What begins the syllable: the root with the letter below it.
std::string onset_of(const Syllable& syllable, std::size_t root) {
  std::u32string_view letters = syllable[root].letters;
  if (letters.size() > 1 && is_one_of(letters[0], U"རལས") && !is_one_of(letters[1], U"ཡརལཝ")) {
    if (letters.substr(0, 2) == U"ལཧ") return "lh";
    letters.remove_prefix(1);
  }
  const char32_t own = letters[0], below = letters.size() > 1 ? letters[1] : U'\0';
  switch (below) {
    case U'ཡ':
      if (is_one_of(own, U"པཕ")) return "ch";
      if (own == U'བ') return root > 0 && syllable[0].letters == U"ད" ? "y" : "j";
      if (own == U'མ') return "ny";
      return std::string(sound_of(own)) + "y";
    case U'ར':
      if (is_one_of(own, U"ཀཁཔཕཏཐ")) return "tr";
      if (is_one_of(own, U"གདབ")) return "dr";
      if (own == U'ཧ') return "hr";
      return std::string(sound_of(own));
    case U'ལ':
      return own == U'ཟ' ? "d" : "l";
    default:
      break;
  }
  if (own == U'བ' && root > 0 && syllable[0].letters == U"ད") return syllable[root].vowel == 0 ? "w" : "";
  return std::string(sound_of(own));
}

char vowel_of(char32_t sign) {
  switch (sign) {
    case 0x0F72:
    case 0x0F80:
      return 'i';
    case 0x0F74:
      return 'u';
    case 0x0F7A:
    case 0x0F7B:
      return 'e';
    case 0x0F7C:
    case 0x0F7D:
      return 'o';
    default:
      return 'a';
  }
}

std::string_view end_of(char32_t suffix) {
  constexpr Letter kEnds[] = {{U'ག', "k"}, {U'ང', "ng"}, {U'ན', "n"}, {U'བ', "p"}, {U'མ', "m"}, {U'ར', "r"}, {U'ལ', "l"}};
  const Letter* end = row_of(kEnds, suffix);
  return end == nullptr ? std::string_view() : end->sound;
}

std::string spoken_syllable(const Syllable& syllable) {
  const std::size_t root = root_of(syllable);
  const char32_t suffix = root + 1 < syllable.size() ? syllable[root + 1].letters[0] : U'\0';
  char vowel = vowel_of(syllable[root].vowel);
  if (vowel == 'a' && is_one_of(suffix, U"དནལས")) vowel = 'e';
  return onset_of(syllable, root) + vowel + std::string(end_of(suffix));
}

/// Inside a word what stands before a syllable's letter is heard after an open syllable: Dor-je, Gen-dun.
std::string_view heard_between(const Syllable& next) {
  const std::size_t root = root_of(next);
  if (root == 0) return next[0].letters.size() > 1 && next[0].letters[0] == U'ར' && !is_one_of(next[0].letters[1], U"ཡརལཝ") ? "r" : "";
  if (next[0].letters != U"འ") return {};
  return is_one_of(next[root].letters[0], U"པཕབ") ? "m" : "n";
}

/// Whether nothing is written after the vowel, silent or not.
bool is_open(const Syllable& syllable) {
  const std::size_t root = root_of(syllable);
  return root + 1 == syllable.size() || syllable[root + 1].letters == U"འ";
}

/// The endings ba and bo of a word, which are wa and wo after vowels, ng, r and l: Dawa.
bool softens(const Syllable& before, const Syllable& ending) {
  if (before.empty() || ending.size() != 1 || ending[0].letters != U"བ" || (ending[0].vowel != 0 && ending[0].vowel != kO)) return false;
  return is_open(before) || is_one_of(before.back().letters[0], U"ངརལ");
}

std::vector<std::u32string_view> syllables_of(std::u32string_view run) {
  std::vector<std::u32string_view> syllables;
  for (std::size_t begin = 0; begin < run.size();) {
    const std::size_t end = std::min(run.find(kTsheg, begin), run.size());
    if (end > begin) syllables.push_back(run.substr(begin, end - begin));
    begin = end + 1;
  }
  return syllables;
}

}  // namespace

std::size_t tibetan_word(std::u32string_view run) {
  if (run.empty() || run[0] < kFirst || run[0] >= kEnd) return 0;
  const auto after = [&](std::size_t from) { return std::min(run.find(kTsheg, from), run.size() - 1) + 1; };
  const std::size_t first = after(0);
  if (first == run.size() || is_double(stacks_of(run.substr(0, first)))) return first;
  const std::size_t second = after(first);
  return is_double(stacks_of(run.substr(first, second - first))) ? first : second;
}

Sounds romanize_tibetan(std::u32string_view token) {
  Spoken spoken(WritingSystem::southern);
  Syllable before;
  std::string held;  // the syllable before, whose end the next one may change
  const auto add = [&](const Syllable& syllable) {
    std::string next = softens(before, syllable) ? (syllable[0].vowel == kO ? "wo" : "wa") : spoken_syllable(syllable);
    if (held.ends_with('k') && next.starts_with('w')) held.pop_back();  // Ngawang
    spoken.add(held);
    if (!before.empty() && is_open(before)) spoken.add(heard_between(syllable));
    before = syllable;
    held = std::move(next);
  };
  for (const std::u32string_view letters : syllables_of(token)) {
    Syllable syllable = stacks_of(letters);
    if (syllable.empty()) continue;
    if (is_double(syllable)) {
      const Stack upper{syllable[1].letters.substr(0, 1)};
      syllable[1].letters.erase(0, 1);
      add({syllable[0], upper});
      syllable.erase(syllable.begin());
    }
    add(syllable);
  }
  spoken.add(held);
  return spoken.sounds();
}

}  // namespace darvaza::romanize
