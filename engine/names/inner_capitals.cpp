#include "names/inner_capitals.h"

#include "text/characters.h"
#include "text/utf8.h"

namespace darvaza::names {
namespace {

constexpr int kSmallBefore = 2;

/// The palochka of the Caucasus has no small letter in most founts, and where it is not on the keyboard, Latin I stands for it: МухIаммад.
bool is_palochka(char32_t c, char32_t before) {
  return c == U'\u04C0' || (c == U'I' && text::CharacterTable::instance().script(before) == text::Script::cyrillic);
}

}  // namespace

std::optional<std::string> apart_at_capitals(std::string_view utf8) {
  const text::CharacterTable& characters = text::CharacterTable::instance();
  std::optional<std::string> apart;
  std::size_t copied = 0;   // of utf8, into `apart`
  std::size_t capital = 0;  // where one stands behind small letters; 0: the last character was none
  int small = 0;            // letters in a row
  char32_t before = 0;
  for (std::string_view rest = utf8; !rest.empty();) {
    const std::size_t at = utf8.size() - rest.size();
    const char32_t c = text::take_short_code_point(rest);
    const text::Character character = characters[c];
    const bool is_capital = character.lower != c && !is_palochka(c, before), is_small = character.letter_or_mark && !is_capital;
    if (is_small && capital != 0) {
      if (!apart) apart.emplace();
      apart->append(utf8.substr(copied, capital - copied)).push_back(' ');
      copied = capital;
    }
    capital = is_capital && small >= kSmallBefore ? at : 0;
    small = is_small ? small + 1 : 0;
    before = c;
  }
  if (apart) apart->append(utf8.substr(copied));
  return apart;
}

}  // namespace darvaza::names
