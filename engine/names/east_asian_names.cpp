// Facts: Statistics Korea, census of 2015 (surnames with more than a thousand bearers); Chinese surnames: romanize/han.cpp.
#include "names/east_asian_names.h"

#include <algorithm>
#include <iterator>

#include "romanize/han.h"

namespace darvaza::names {
namespace {

constexpr std::u32string_view kKorean =
    U"김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허노심하주구곽성차우진민류나지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용리량림려로복피";
constexpr std::u32string_view kKoreanOfTwo[] = {U"남궁", U"황보", U"제갈", U"사공", U"선우", U"서문", U"독고", U"동방"};

bool is_hangul(char32_t c) { return c >= U'가' && c <= U'힣'; }
bool is_han(char32_t c) { return (c >= U'\u3400' && c <= U'\u9FFF') || (c >= U'\U00020000' && c <= U'\U0003FFFF'); }
bool is_myanmar(char32_t c) { return c >= U'\u1000' && c <= U'\u109F'; }

std::size_t korean_surname(std::u32string_view word) {
  const bool of_two = std::any_of(std::begin(kKoreanOfTwo), std::end(kKoreanOfTwo), [&](std::u32string_view name) { return word.starts_with(name); });
  if (of_two) return 2;
  return kKorean.find(word[0]) == std::u32string_view::npos ? 0 : 1;
}

}  // namespace

bool is_syllabic(char32_t letter) { return is_hangul(letter) || is_han(letter) || is_myanmar(letter); }

std::size_t family_name_letters(std::u32string_view word, bool is_whole_name) {
  if (word.size() < 2 || word.size() > 4) return 0;
  const bool hangul = std::all_of(word.begin(), word.end(), is_hangul);
  if (!hangul && !std::all_of(word.begin(), word.end(), is_han)) return 0;
  const std::size_t letters = hangul ? korean_surname(word) : romanize::han_surname(word).letters;
  const std::size_t given = word.size() - letters;
  if (letters == 0 || given == 0 || given > 2) return 0;
  return word.size() > 2 || is_whole_name ? letters : 0;
}

}  // namespace darvaza::names
