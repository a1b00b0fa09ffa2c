#include "romanize/romanize.h"

#include <string>

#include "text/normalise.h"
#include "text/script.h"

namespace darvaza::romanize {
namespace {

using text::Script;

/// Digits that readers and evaders put for letters (standards: OCR confusables of letter fields).
char32_t letter_for_digit(char32_t c) {
  constexpr std::u32string_view kDigits = U"0123456789";
  constexpr std::u32string_view kLetters = U"oizeasgtbg";
  const auto at = kDigits.find(c);
  return at == std::u32string_view::npos ? c : kLetters[at];
}

/// The token in one script: look-alikes and digits become the letters that they stand for.
std::u32string in_one_script(std::u32string_view token, Script script) {
  std::u32string out(token);
  for (char32_t& c : out) {
    c = text::look_alike(letter_for_digit(c), script);
  }
  return out;
}

}  // namespace

Sounds romanize(std::u32string_view token) {
  switch (const Script script = text::dominant_script(token)) {
    case Script::arabic:
      return romanize_arabic(token);
    case Script::cyrillic:
      return romanize_cyrillic(in_one_script(token, script));
    case Script::latin:
      return romanize_latin(in_one_script(token, script));
    case Script::other:
      return romanize_latin(text::to_latin(token));
    case Script::none:
      break;
  }
  return Sounds();
}

}  // namespace darvaza::romanize
