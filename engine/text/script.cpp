#include "text/script.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>

#include "text/characters.h"

namespace darvaza::text {
namespace {

/// Latin and Cyrillic lower-case letters that are drawn alike, in lower or upper case (Unicode TR 39
/// confusables, restricted to the letters of the region's alphabets).
struct LookAlike {
  char32_t latin;
  char32_t cyrillic;
};
constexpr LookAlike kLookAlikes[] = {
    {U'a', U'а'}, {U'b', U'в'}, {U'c', U'с'}, {U'e', U'е'}, {U'h', U'н'}, {U'i', U'і'},
    {U'j', U'ј'}, {U'k', U'к'}, {U'm', U'м'}, {U'o', U'о'}, {U'p', U'р'}, {U's', U'ѕ'},
    {U't', U'т'}, {U'x', U'х'}, {U'y', U'у'}, {U'ə', U'ә'}, {U'ï', U'ї'}, {U'ë', U'ё'},
};

/// What each letter looks like in the other script, itself where nothing: every letter of every token is asked.
class LookAlikes {
 public:
  constexpr LookAlikes(char32_t LookAlike::*from, char32_t LookAlike::*to) {
    for (char32_t c = 0; c < kEnd; ++c) letters_[c] = static_cast<char16_t>(c);
    for (const LookAlike& pair : kLookAlikes) letters_[pair.*from] = static_cast<char16_t>(pair.*to);
  }
  constexpr char32_t operator[](char32_t c) const { return c < kEnd ? letters_[c] : c; }

 private:
  static constexpr char32_t kEnd = 0x500;  ///< after the Cyrillic block; a letter beyond it would not compile
  std::array<char16_t, kEnd> letters_{};
};
constexpr LookAlikes kToLatin(&LookAlike::cyrillic, &LookAlike::latin);
constexpr LookAlikes kToCyrillic(&LookAlike::latin, &LookAlike::cyrillic);

Script from_icu(UScriptCode code) {
  switch (code) {
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
    case USCRIPT_INVALID_CODE:
    case USCRIPT_UNKNOWN:
      return Script::none;
    case USCRIPT_LATIN:
      return Script::latin;
    case USCRIPT_CYRILLIC:
      return Script::cyrillic;
    case USCRIPT_ARABIC:
      return Script::arabic;
    default:
      return Script::other;
  }
}

}  // namespace

Script script_of(char32_t c) {
  if (c < 0x80) {
    const char32_t folded = c | 0x20;
    return folded >= U'a' && folded <= U'z' ? Script::latin : Script::none;
  }
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode code = uscript_getScript(static_cast<UChar32>(c), &status);
  return U_FAILURE(status) ? Script::none : from_icu(code);
}

bool is_combining_mark(char32_t c) {
  return c >= 0x300 && (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

bool is_letter_or_mark(char32_t c) {
  if (c < 0x80) return script_of(c) == Script::latin;
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

Script dominant_script(std::u32string_view text) {
  const CharacterTable& characters = CharacterTable::instance();
  std::array<std::size_t, 5> letters{};
  Script best = Script::none;
  for (char32_t c : text) {
    const Script script = characters.script(c);
    if (script == Script::none) continue;
    const std::size_t count = ++letters[static_cast<std::size_t>(script)];
    if (best == Script::none || count > letters[static_cast<std::size_t>(best)]) best = script;
  }
  return best;
}

char32_t look_alike(char32_t c, Script target) {
  if (target == Script::latin) return kToLatin[c];
  return target == Script::cyrillic ? kToCyrillic[c] : c;
}

}  // namespace darvaza::text
