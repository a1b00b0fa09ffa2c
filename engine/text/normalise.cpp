#include "text/normalise.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>

#include "text/characters.h"
#include "text/utf8.h"

namespace darvaza::text {
namespace {

icu::UnicodeString to_icu(std::u32string_view text) {
  return icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()),
                                       static_cast<std::int32_t>(text.size()));
}

std::u32string from_icu(const icu::UnicodeString& text) {
  std::u32string out;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    out += static_cast<char32_t>(text.char32At(i));
  }
  return out;
}

/// Whether a character that nobody sees is no wonder: in Persian, Pashto and Urdu a joiner or non-joiner after a letter belongs to the
/// spelling, and kashida makes any word of Arabic script longer.
bool belongs_to_spelling(char32_t invisible, std::u32string_view before) {
  if (invisible == kKashida) return true;
  return (invisible == U'\u200C' || invisible == U'\u200D') && !before.empty() && CharacterTable::instance().script(before.back()) == Script::arabic;
}

/// Acute accents that stand alone are typed for apostrophes; composing would make a blank and a mark of them: Bo´ri.
char32_t as_apostrophe(char32_t c) {
  constexpr std::u32string_view kAlone = U"\u00B4\u1FBD\u1FBF\u1FFD\u1FFE";
  return kAlone.find(c) == std::u32string_view::npos ? c : U'\u02BC';
}

/// Keeps visible characters, and of a run of combining marks the first kMaxCombiningMarks.
std::u32string keep_visible(std::u32string_view text, bool& altered) {
  const CharacterTable& characters = CharacterTable::instance();
  std::u32string out;
  std::size_t marks = 0;
  for (char32_t c : text) {
    c = as_apostrophe(c);
    marks = is_combining_mark(c) ? marks + 1 : 0;
    if (characters[c].invisible || marks > kMaxCombiningMarks) {
      altered = altered || !belongs_to_spelling(c, out);
    } else {
      out += c;
    }
  }
  return out;
}

icu::UnicodeString compose(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) return text;
  icu::UnicodeString composed = nfkc->normalize(text, status);
  return U_FAILURE(status) ? text : composed;
}

void lower(std::u32string& text) {
  const CharacterTable& characters = CharacterTable::instance();
  for (char32_t& c : text) c = characters[c].lower;
}

/// The rule itself, for texts of any characters.
std::u32string normalise_by_icu(std::string_view utf8, bool& altered) {
  std::u32string text = from_icu(compose(to_icu(keep_visible(decode_utf8(utf8), altered))));
  // Ligatures come apart into kashida and more marks.
  text = keep_visible(text, altered);
  lower(text);
  // Small letters compose with marks that their capitals do not (H with a line below, J with a caron).
  return from_icu(compose(to_icu(text)));
}

}  // namespace

/// Fills room_ when no character needs more than lower-casing; otherwise says false, and nothing is to be used.
bool NormalisedText::lower_plain(std::string_view utf8) {
  const CharacterTable& characters = CharacterTable::instance();
  char32_t* out = room_.data();
  while (!utf8.empty()) {
    const char32_t c = take_short_code_point(utf8);
    const Character character = characters[c];
    if (character.plain) {
      *out++ = character.lower;
    } else if (character.invisible) {
      altered_ = altered_ || !belongs_to_spelling(c, {room_.data(), static_cast<std::size_t>(out - room_.data())});
    } else {
      altered_ = false;
      return false;
    }
  }
  text_ = {room_.data(), static_cast<std::size_t>(out - room_.data())};
  return true;
}

NormalisedText::NormalisedText(std::string_view utf8) : cut_(utf8.size() > kMaxNameBytes) {
  utf8 = utf8.substr(0, kMaxNameBytes);
  if (lower_plain(utf8)) return;
  composed_ = normalise_by_icu(utf8, altered_);
  text_ = composed_;
}

Normalised normalise(std::string_view utf8) {
  const NormalisedText normalised(utf8);
  return {std::u32string(normalised.text()), normalised.cut(), normalised.altered()};
}

char32_t base_letter(char32_t letter) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString decomposed;
  if (U_FAILURE(status) || !nfd->getDecomposition(static_cast<UChar32>(letter), decomposed)) {
    return letter;
  }
  return static_cast<char32_t>(decomposed.char32At(0));
}

std::u32string to_latin(std::u32string_view text) {
  // The prototype is shared and never used itself: transliterating is not promised to be safe from
  // several threads, cloning a const object is.
  static const std::unique_ptr<const icu::Transliterator> prototype = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<const icu::Transliterator>(icu::Transliterator::createInstance(
        "Any-Latin; NFD; [:Nonspacing Mark:] Remove; NFC", UTRANS_FORWARD, status));
  }();
  if (!prototype) return std::u32string(text);
  icu::UnicodeString latin = to_icu(text);
  const std::unique_ptr<icu::Transliterator> transliterator(prototype->clone());
  transliterator->transliterate(latin);
  std::u32string out = from_icu(latin);
  lower(out);
  return out;
}

}  // namespace darvaza::text
