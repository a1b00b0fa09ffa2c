#include "romanize/romanize.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "romanize/indic.h"
#include "text/normalise.h"
#include "text/script.h"

namespace darvaza::romanize {
namespace {

using text::Script;

/// Digits that readers and evaders put for letters (standards: OCR confusables of letter fields).
char32_t letter_for_digit(char32_t c) {
  constexpr std::u32string_view kLetters = U"oizeasgtbg";
  return c >= U'0' && c <= U'9' ? kLetters[c - U'0'] : c;
}

/// The letter of `script` that a look-alike or a digit stands for.
char32_t in_script(char32_t c, Script script) { return text::look_alike(letter_for_digit(c), script); }

/// Latin i and digit 1, which stand for the palochka where no keyboard has it, in a Cyrillic word: behind the letters that take one and before a vowel,
/// or between х and м (АхIмад). Elsewhere they are і (Кiрил).
void mend_palochkas(std::u32string& token) {
  constexpr std::u32string_view kTakers = U"гкптхцч", kVowels = U"аеёиоуыэюяьъ";
  for (std::size_t at = 1; at + 1 < token.size(); ++at) {
    if (token[at] != U'i' && token[at] != U'1') continue;
    const bool is_taken = kTakers.find(token[at - 1]) != std::u32string_view::npos && kVowels.find(token[at + 1]) != std::u32string_view::npos;
    if (is_taken || (token[at - 1] == U'х' && token[at + 1] == U'м')) token[at] = U'ӏ';
  }
}

/// The token in one script. Nearly all tokens are: they are passed on as they are, without a copy.
Sounds romanize_mended(std::u32string_view token, Script script, Sounds (*romanize_script)(std::u32string_view)) {
  const bool mixed = std::any_of(token.begin(), token.end(), [&](char32_t c) { return in_script(c, script) != c; });
  if (!mixed) return romanize_script(token);
  std::u32string mended(token);
  if (script == Script::cyrillic) mend_palochkas(mended);
  for (char32_t& c : mended) c = in_script(c, script);
  return romanize_script(mended);
}

Sounds romanize_indic(std::u32string_view token) { return romanize_latin(spoken_latin(token)); }
Sounds romanize_by_icu(std::u32string_view token) { return romanize_latin(text::to_latin(token)); }

/// The letters of a script that has rules of its own.
struct Block {
  char32_t first, last;
  Sounds (*read)(std::u32string_view);
  std::string_view rules;
};
constexpr Block kBlocks[] = {
    {U'\u0370', U'\u03FF', romanize_greek, "Greek as it sounds today (ELOT 743)"},
    {U'\u1F00', U'\u1FFF', romanize_greek, "Greek as it sounds today (ELOT 743)"},
    {U'\u0530', U'\u058F', romanize_armenian, "Eastern Armenian (BGN/PCGN 1981)"},
    {U'\u0590', U'\u05FF', romanize_hebrew, "Hebrew, short vowels not written"},
    {U'\u10A0', U'\u10FF', romanize_georgian, "Georgian (national system of 2002)"},
    {U'\u0780', U'\u07BF', romanize_thaana, "Thaana (Malé Latin)"},
    {U'\u0900', U'\u0B7F', romanize_indic, "letters of northern India, silent vowels left out"},
    {U'\u0B80', U'\u0BFF', romanize_tamil, "Tamil, voice by what stands beside a letter"},
    {U'\u0C00', U'\u0D7F', romanize_indic, "letters of southern India"},
    {U'\u0D80', U'\u0DFF', romanize_sinhala, "Sinhala"},
    {U'\u0E00', U'\u0E7F', romanize_thai, "Thai as it sounds (Royal Institute)"},
    {U'\u0E80', U'\u0EFF', romanize_lao, "Lao as it sounds (BGN/PCGN 1966)"},
    {U'\u0F00', U'\u0FFF', romanize_tibetan, "Tibetan as Lhasa speaks"},
    {U'\u1000', U'\u109F', romanize_burmese, "Myanmar letters as Burmese sounds"},
    {U'\u1200', U'\u135F', romanize_ethiopic, "Ethiopic as Amharic and Tigrinya are spelled"},
    {U'\u1780', U'\u17FF', romanize_khmer, "Khmer as it sounds (UNGEGN)"},
    {U'\uAC00', U'\uD7A3', romanize_hangul, "Hangul (Revised Romanization of 2000)"},
    {U'\u3400', U'\u9FFF', romanize_han, "Han letters in pinyin"},
    {U'\U00020000', U'\U0003FFFF', romanize_han, "Han letters in pinyin"},
};
constexpr Block kAnyOther = {0, 0, romanize_by_icu, "ICU's transliteration into Latin letters"};

const Block* block_of(char32_t c) {
  const auto* found = std::find_if(std::begin(kBlocks), std::end(kBlocks), [c](const Block& block) { return block.first <= c && c <= block.last; });
  return found == std::end(kBlocks) ? &kAnyOther : found;
}

/// The rules for a token most of whose letters are of no script with costs of its own: those of its block, if all are of one.
const Block& rules_of_other(std::u32string_view token) {
  const Block* rules = nullptr;
  for (const char32_t c : token) {
    if (text::script_of(c) == Script::none) continue;
    const Block* block = block_of(c);
    if (rules != nullptr && block->read != rules->read) return kAnyOther;
    rules = block;
  }
  return rules == nullptr ? kAnyOther : *rules;
}

}  // namespace

Sounds romanize(std::u32string_view token) {
  switch (const Script script = text::dominant_script(token)) {
    case Script::arabic:
      return romanize_arabic(token);
    case Script::cyrillic:
      return romanize_mended(token, script, romanize_cyrillic);
    case Script::latin:
      return romanize_mended(token, script, romanize_latin);
    case Script::other:
      return rules_of_other(token).read(token);
    case Script::none:
      break;
  }
  return Sounds();
}

std::string_view reading_rules(std::u32string_view token) {
  switch (text::dominant_script(token)) {
    case Script::arabic:
      return "Arabic script, short vowels not written";
    case Script::cyrillic:
      return "Cyrillic letters of Russia and its neighbours";
    case Script::latin:
      return "Latin letters of any orthography";
    case Script::other:
      return rules_of_other(token).rules;
    case Script::none:
      break;
  }
  return "no letters";
}

}  // namespace darvaza::romanize
