#include "text/characters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "text/utf8.h"

namespace darvaza::text {
namespace {

/// Lower case without the locale rules that would split names: İ must not become i + U+0307.
char32_t lower(char32_t c) {
  return c == U'\u0130' ? U'i' : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

/// Format controls and other characters that a reader does not see. Zero-width joiners divide
/// Persian compounds, but the divided and the joined spelling are one name, so they go, too; kashida, which makes a word of Arabic script
/// longer and is no letter of it, is seen, but hides words from every table.
bool is_invisible(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  return u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
         u_charType(point) == U_FORMAT_CHAR || c == kReplacement || c == kKashida;
}

/// Neither changed by NFKC nor able to move before or combine with what stands before it.
bool is_settled(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  return u_getCombiningClass(point) == 0 && u_getIntPropertyValue(point, UCHAR_NFKC_QUICK_CHECK) == UNORM_YES;
}

}  // namespace

Character character_by_icu(char32_t c) {
  Character facts;
  facts.lower = lower(c);
  facts.script = script_of(c);
  facts.letter_or_mark = is_letter_or_mark(c);
  facts.invisible = is_invisible(c);
  facts.plain = !facts.invisible && !is_combining_mark(c) && is_settled(c) && is_settled(facts.lower);
  return facts;
}

char32_t upper(char32_t c) { return static_cast<char32_t>(u_totitle(static_cast<UChar32>(c))); }

std::uint8_t CharacterTable::kinds_of(Script script, bool letter_or_mark) {
  const int of_script = script == Script::none ? 0 : 1 << static_cast<int>(script);
  return static_cast<std::uint8_t>(of_script | (letter_or_mark ? kLetterOrMark : 0));
}

CharacterTable::CharacterTable() {
  for (char32_t c = 0; c < kEnd; ++c) {
    rows_[c] = character_by_icu(c);
    kinds_[c] = kinds_of(rows_[c].script, rows_[c].letter_or_mark);
  }
}

const CharacterTable& CharacterTable::instance() {
  static const CharacterTable table;
  return table;
}

}  // namespace darvaza::text
