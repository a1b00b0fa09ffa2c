#include "romanize/romanize.h"

#include <algorithm>
#include <string>

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

/// The token in one script. Nearly all tokens are: they are passed on as they are, without a copy.
Sounds romanize_mended(std::u32string_view token, Script script, Sounds (*romanize_script)(std::u32string_view)) {
  const bool mixed = std::any_of(token.begin(), token.end(), [&](char32_t c) { return in_script(c, script) != c; });
  if (!mixed) return romanize_script(token);
  std::u32string mended(token);
  for (char32_t& c : mended) c = in_script(c, script);
  return romanize_script(mended);
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
      return romanize_latin(text::to_latin(token));
    case Script::none:
      break;
  }
  return Sounds();
}

}  // namespace darvaza::romanize
