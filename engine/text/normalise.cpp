#include "text/normalise.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "text/utf8.h"

namespace darvaza::text {
namespace {

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<signed char>(c) > 0; });
}

char32_t ascii_lower(char32_t c) { return c >= U'A' && c <= U'Z' ? c + 32 : c; }

bool is_mark(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

/// Format controls and other characters that a reader does not see. Zero-width joiners divide
/// Persian compounds, but the divided and the joined spelling are one name, so they go, too.
bool is_invisible(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  return u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
         u_charType(point) == U_FORMAT_CHAR || c == kReplacement;
}

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

/// Keeps visible characters, and of a run of combining marks the first kMaxCombiningMarks.
std::u32string keep_visible(std::string_view utf8, bool& altered) {
  std::u32string out;
  std::size_t marks = 0;
  while (!utf8.empty()) {
    const char32_t c = take_code_point(utf8);
    marks = is_mark(c) ? marks + 1 : 0;
    if (is_invisible(c) || marks > kMaxCombiningMarks) {
      altered = true;
    } else {
      out += c;
    }
  }
  return out;
}

/// Lower case without the locale rules that would split names: İ must not become i + U+0307.
char32_t lower(char32_t c) {
  return c == U'\u0130' ? U'i' : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

icu::UnicodeString compose(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) return text;
  icu::UnicodeString composed = nfkc->normalize(text, status);
  return U_FAILURE(status) ? text : composed;
}

}  // namespace

Normalised normalise(std::string_view utf8) {
  Normalised result;
  result.cut = utf8.size() > kMaxNameBytes;
  utf8 = utf8.substr(0, kMaxNameBytes);
  if (is_ascii(utf8)) {
    result.text.assign(utf8.begin(), utf8.end());
    for (char32_t& c : result.text) c = ascii_lower(c);
    return result;
  }
  result.text = from_icu(compose(to_icu(keep_visible(utf8, result.altered))));
  for (char32_t& c : result.text) c = lower(c);
  // Small letters compose with marks that their capitals do not (H with a line below, J with a caron).
  result.text = from_icu(compose(to_icu(result.text)));
  return result;
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
  for (char32_t& c : out) c = lower(c);
  return out;
}

}  // namespace darvaza::text
